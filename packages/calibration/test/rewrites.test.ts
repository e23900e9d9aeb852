import { describe, expect, it } from 'vitest';
import { shippedLibrary } from '../src/judge.ts';
import {
  isKept,
  isSeen,
  judgeRewrite,
  movesOf,
  type RewritePair,
  readRewrites,
  rewriteTable,
  shareKept,
} from '../src/rewrites.ts';

const library = shippedLibrary();
const pairs = readRewrites();
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

describe('the pairs', () => {
  it('are many, each with a name of its own, over every labelled rubric', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(64);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
    const rubrics = library.packs.flatMap(({ rubrics }) => (rubrics ?? []).map(({ id }) => id));
    expect([...new Set(pairs.map(({ rubric }) => rubric))].sort()).toEqual(
      rubrics.filter((id) => id !== 'ml-integration').sort(),
    );
  });

  it.each(pairs.map((pair) => [pair.id, pair] as const))(
    '%s names criteria of its rubric, and is a passage in two wordings',
    (_, { rubric, criteria, original, rewrite }) => {
      const pack = library.packWithRubric(rubric);
      const known =
        pack &&
        library
          .lens(pack.id)
          ?.rubrics.get(rubric)
          ?.criteria.map(({ ref }) => ref.split('/')[1]);
      expect(known).toEqual(expect.arrayContaining(criteria));
      for (const text of [original, rewrite]) {
        expect(wordsOf(text).length).toBeGreaterThanOrEqual(50);
        expect(wordsOf(text).length).toBeLessThanOrEqual(170);
      }
      // A rewrite that keeps many runs of five words would test nothing; code stays as it is.
      const runs = (text: string): ReadonlySet<string> => {
        const words = wordsOf(text.replace(/```[\s\S]*?```|`[^`]*`/g, ' ').toLowerCase());
        return new Set(words.slice(5).map((__, at) => words.slice(at, at + 5).join(' ')));
      };
      const before = runs(original);
      const shared = [...runs(rewrite)].filter((run) => before.has(run));
      expect(shared.length / before.size).toBeLessThan(0.2);
    },
  );
});

describe('the same in other words', () => {
  const verdicts = pairs.flatMap((pair) => judgeRewrite(pair, library));

  // What is reached, less two points. The goal is nine in ten.
  it('keeps most statuses', () => {
    const all = shareKept(verdicts);
    const seen = shareKept(verdicts.filter(isSeen));
    expect(all.kept / all.of).toBeGreaterThanOrEqual(0.83);
    expect(seen.kept / seen.of).toBeGreaterThanOrEqual(0.64);
  });

  it('judges every criterion of the rubric and of those it extends', () => {
    const pair = pairs.find(({ rubric }) => rubric === 'home-feed') as RewritePair;
    const refs = judgeRewrite(pair, library).map(({ ref }) => ref);
    expect(refs).toEqual(expect.arrayContaining(['home-feed/cascade', 'system-design/scope']));
  });

  it('moves nothing when the words stay, and says what moved when the content goes', () => {
    const pair = pairs.find(({ id }) => id === 'sd-pay-failures') as RewritePair;
    expect(judgeRewrite({ ...pair, rewrite: pair.original }, library).every(isKept)).toBe(true);
    const emptied = judgeRewrite({ ...pair, rewrite: 'Nothing is said here about any of this.' }, library);
    expect(movesOf(emptied)).toMatch(/^sd-pay-failures {2}system-design\/failure-modes {2}(met|partial) -> missing$/m);
    expect(movesOf(emptied)).toContain('original: ');
  });

  it('refuses a rubric that no pack has', () => {
    const [pair] = pairs as readonly [RewritePair];
    expect(() => judgeRewrite({ ...pair, rubric: 'tea-making' }, library)).toThrow('tea-making');
  });

  it('counts per rubric and over all, both with and without what neither passage shows', () => {
    const pair = pairs[0] as RewritePair;
    const verdict = (ref: string, original: 'met' | 'missing', rewrite: 'met' | 'missing') => ({
      pair: { ...pair, rubric: 'r', criteria: ['a'] },
      ref,
      original,
      rewrite,
      quotes: { original: [], rewrite: [] },
    });
    const table = rewriteTable([
      verdict('r/a', 'met', 'met'),
      verdict('r/b', 'met', 'missing'),
      verdict('r/c', 'missing', 'missing'),
      verdict('r/d', 'missing', 'missing'),
    ]);
    expect(table).toContain('| `r` | 1 | 1 of 1 (100%) | 1 of 2 (50%) | 3 of 4 (75%) |');
    expect(table).toContain('| all | 1 | 1 of 1 (100%) | 1 of 2 (50%) | 3 of 4 (75%) |');
  });
});
