import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPack, packMarkdown, packPage } from '@rubricate/core/authoring';
import { type PackFile, readPackFiles } from '@rubricate/core/model';
import { makeLibrary } from '@rubricate/core/review';
import { contentFolder, readContent } from '@rubricate/packs/content';
import { describe, expect, it } from 'vitest';

const foundations = readContent('foundations').pack;

function filesOf(id: string): readonly PackFile[] {
  return globSync('**/*.yaml', { cwd: join(contentFolder, id) })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(contentFolder, id, path), 'utf8') }));
}

/** The same numbers on every machine and every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nasty = [
  '{',
  '}',
  ']',
  ':',
  '- ',
  '? ',
  '&a ',
  '*a',
  '<<: ',
  '!!js ',
  '|',
  '"',
  '#',
  '---\n',
  '\t',
  '\0',
  '\u202e',
  '\ufeff',
  '__proto__',
  'null',
  '\r',
  '\n',
  '  ',
  '{a,b}',
  '9',
  'x',
];

function mangled(text: string, next: (below: number) => number): string {
  let now = text;
  for (let count = 1 + next(3); count > 0; count--) {
    const start = next(now.length);
    const end = start + next(30);
    const piece = now.slice(start, end).repeat(next(3));
    now = now.slice(0, start) + (next(2) === 0 ? (nasty[next(nasty.length)] ?? '') : '') + piece + now.slice(end);
  }
  return now;
}

describe('a pack that ships, mangled', () => {
  it.each(['pinterest-software-engineer', 'foundations'])(
    '%s is read or told what is wrong, and the others work',
    (id) => {
      if (!foundations) return expect.unreachable('foundations reads');
      const files = filesOf(id);
      const next = numbers(files.length);
      for (let run = 0; run < 12; run++) {
        const index = next(files.length);
        const broken = files.map((file, at) => (at === index ? { ...file, text: mangled(file.text, next) } : file));
        const { pack, problems } = readPackFiles(broken);
        expect(pack === undefined).toBe(problems.length > 0);
        for (const { file, line, column } of problems) {
          expect(files.map(({ path }) => path)).toContain(file);
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
        const library = makeLibrary([foundations, ...(pack && pack.id !== 'foundations' ? [pack] : [])]);
        expect(library.problemsOf('foundations')).toEqual([]);
        expect(library.lens('foundations')?.rubrics.has('system-design')).toBe(true);
        if (!pack || pack.id === 'foundations') continue;
        expect(packMarkdown(packPage(pack, { library }))).toContain('# ');
        for (const { message } of lintPack(pack, { library })) expect(message).not.toBe('');
      }
    },
    240_000,
  );
});
