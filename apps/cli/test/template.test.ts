import { lintPack, packMarkdown, packPage, packTemplate } from '@rubricate/core/authoring';
import { readPackFiles } from '@rubricate/core/model';
import { findTarget, makeLibrary, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { readContent } from '@rubricate/packs/content';
import { describe, expect, it } from 'vitest';

const foundations = readContent('foundations').pack;

describe('a new pack', () => {
  it.each(['A', 'He said "hi": #1 \\ {x}', '- 名前'])(
    'with the title %j reads, gives no finding and judges a text',
    (title) => {
      const files = packTemplate({ id: 'acme-lead', company: 'acme', role: 'lead', title });
      const { pack, problems } = readPackFiles(files);
      expect(problems).toEqual([]);
      if (!pack || !foundations) throw new Error('not read');
      expect(pack.title).toBe(title);
      const library = makeLibrary([foundations, pack]);
      expect(lintPack(pack, { library })).toEqual([]);
      const answer = readAnswer(
        '---\nquestion: acme/handover\nlevel: L2\n---\n\n# Plan\n\nIn the first week the team of Ana will take over the alerts.\n',
      );
      const found = findTarget(answer.frontMatter, library, {});
      if (!found.ok) throw new Error(found.reason.message);
      const { criteria } = reviewAnswer(answer, found.target);
      expect(criteria.map(({ criterion, status }) => [criterion.id, status])).toEqual([
        ['first-week', 'met'],
        ['way-back', 'missing'],
      ]);
      expect(packMarkdown(packPage(pack, { library }))).toContain('## Questions');
    },
  );
});
