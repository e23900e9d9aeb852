// What the pages say of the repository is so: links lead somewhere, the map is the tree, each criterion has its page.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { readShippedPacks } from '@rubricate/packs/content';
import { describe, expect, it } from 'vitest';
import { root } from './paths.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Folders that the repository does not keep. */
const elsewhere = new Set(['.git', '.turbo', 'node_modules', 'dist', 'out', 'test-results']);

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return elsewhere.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** A page without its code, in which nothing is a link. */
const proseOf = (text: string): string =>
  text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, '_'));

/** The anchors of a page, as renderers make them of headings, and those it sets itself. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string));
  const counts = new Map<string, number>();
  for (const [, heading] of text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = (heading as string)
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

/** What of a page's links leads nowhere. */
function brokenLinks(page: string): readonly string[] {
  const links = [...proseOf(read(page)).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(
    ([, to]) => to as string,
  );
  return links.filter((link) => {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : posix.join(dirname(page), decodeURIComponent(path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(target)).has(anchor);
  });
}

const pages = pagesIn('.');

describe('links of the pages', () => {
  it.each(pages)('%s', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('leave no page of docs/ out', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        [...read(page).matchAll(/\]\(([^)\s#]+)/g)].map(([, to]) => posix.join(dirname(page), to as string)),
      ),
    );
    const docs = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
    expect(docs.filter((page) => !linked.has(page))).toEqual([]);
  });
});

describe('the map of docs/architecture.md', () => {
  const map = /```\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '';
  const paths: string[] = [];
  const trail: string[] = [];
  for (const line of map.trimEnd().split('\n')) {
    const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? [];
    trail.splice(indent.length / 2, Number.POSITIVE_INFINITY, name.replace(/\/$/, ''));
    paths.push(trail.join('/'));
  }
  const isFolder = (path: string): boolean => existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();
  /** Folders that hold a file of the repository. */
  const kept = (folder: string): readonly string[] =>
    execFileSync('git', ['ls-files', '--', folder === '' ? '.' : folder], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
      .split('\n')
      .filter(Boolean)
      .map((file) => relative(folder, file).split('/'))
      .flatMap((parts) => (parts.length > 1 ? [posix.join(folder, parts[0] as string)] : []))
      .filter((path, index, all) => all.indexOf(path) === index);

  it('names folders that are there', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !isFolder(path))).toEqual([]);
  });

  it('has every folder of its upper levels', () => {
    const folders = ['', 'apps', 'packages', 'docs'].flatMap(kept);
    expect(folders.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('is followed by every floor of core, in the order in which they may import', () => {
    const text = read('docs/architecture.md');
    const floors = [...text.matchAll(/^\d\. `(\w+)\/`/gm)].map(([, floor]) => floor);
    expect([...floors].sort()).toEqual(
      kept('packages/core/src')
        .map((path) => path.split('/').at(-1))
        .sort(),
    );
    const checked = /const floors[^=]*= \[([^\]]*)\]/.exec(read('scripts/check-floors.ts'))?.[1] ?? '';
    expect(floors).toEqual([...checked.matchAll(/'(\w+)'/g)].map(([, floor]) => floor));
  });
});

describe('the pages of rubrics', () => {
  const items = readShippedPacks().flatMap((pack) =>
    (pack.rubrics ?? []).flatMap((rubric) => [
      ...rubric.criteria.map(({ id }) => ({ rubric: rubric.id, id, kind: 'criterion' as const })),
      ...(rubric.pitfalls ?? []).map(({ id }) => ({ rubric: rubric.id, id, kind: 'pitfall' as const })),
    ]),
  );

  it.each(items)(
    '$rubric/$id says why, how it looks, how it is detected and how it is dismissed',
    ({ rubric, id, kind }) => {
      const page = read(`docs/rubrics/${rubric}.md`);
      const section = (page.split(`<a id="${id}"></a>`)[1] ?? '').split('<a id="')[0] ?? '';
      const parts =
        kind === 'criterion'
          ? [
              '**What is missing when it is missing:**',
              '| mid |',
              '| senior |',
              '| staff |',
              '- Weak: ',
              '- Strong: ',
              '- Where it belongs: under ',
              '- Met with',
            ]
          : ['**When:**', '- Weak: ', '- Better: ', '- The pitfall is there with'];
      for (const part of [...parts, '#### How it is detected', `<!-- rubricate-dismiss ${rubric}/${id}: `])
        expect(section).toContain(part);
    },
  );
});
