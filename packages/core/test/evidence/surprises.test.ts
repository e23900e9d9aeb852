import { describe, expect, it } from 'vitest';
import { compileEvidence } from '../../src/evidence/index.ts';
import { compile, found, summaryOf } from './helpers.ts';

const evidence = compile({
  concepts: { cache: ['cache'], limit: ['rate limit'] },
  signals: {
    cache: { any: ['cache'] },
    'no-cache': { any: ['cache'], polarity: 'denied' },
    limit: { any: ['limit'] },
  },
});

describe('a phrase', () => {
  it('is not put together from two sentences', () => {
    expect(found('We set the rate. Limit the rest.', evidence, 'limit')).toEqual([]);
    expect(found('We set a rate limit.', evidence, 'limit')).toHaveLength(1);
  });
});

describe('a pattern that asks for denied words', () => {
  it('wants its leading terms denied, also where they are any of several', () => {
    expect(found('We use a cache.', evidence, 'no-cache')).toEqual([]);
    expect(found('We do not use a cache.', evidence, 'no-cache')).toHaveLength(1);
  });
});

describe('sightings', () => {
  it('are counted to the same end however the text is cut up', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `We cache item ${index} in here.`);
    const counts = ['\n\n', ' '].map((between) => summaryOf(lines.join(between), evidence).signal('cache').count);
    expect(counts).toEqual([30, 30]);
  });
});

describe('a rule that asks for more sightings than are told apart', () => {
  it('is a problem of the pack, since nothing could ever meet it', () => {
    const asking = (met: string) =>
      compileEvidence({
        concepts: { cache: ['cache'] },
        signals: { cache: { any: ['cache'] } },
        rules: { 'design/cache': { met: { all: [met] }, partial: 'cache' } },
      }).problems;
    expect(asking('cache >= 30')).toEqual([]);
    expect(asking('cache >= 31')).toEqual([
      { path: ['rules', 'design/cache', 'met'], message: expect.stringContaining('At most 30') },
    ]);
  });
});

describe('concepts of concepts', () => {
  const broad = (levels: number, of: (below: string) => readonly string[]) =>
    compileEvidence({
      concepts: Object.fromEntries([
        ...Array.from({ length: levels }, (_, index) => [
          `c${levels - index}`,
          { oneOf: [...of(`c${levels - index - 1}`)] },
        ]),
        ['c0', ['word']],
      ]),
      signals: { one: { any: [`c${levels}`] } },
      rules: {},
    });

  it('count each member once, so that sharing members does not double them', () => {
    const { evidence: compiled, problems } = broad(40, (below) => [below, below]);
    expect(problems).toEqual([]);
    expect(compiled.vocabulary.idsOf('c40')).toHaveLength(1);
  });

  it('have a bound on their depth', () => {
    expect(broad(30_000, (below) => [below]).problems.map(({ message }) => message)).toContain(
      '"c30000" is nested too deeply.',
    );
  });
});

describe('a dash without spaces', () => {
  it('ends the reach of a negation, as one with spaces does', () => {
    expect(found('We do not shard—the cache is enough.', evidence, 'cache')).toHaveLength(1);
    expect(found('We do not use a read-through cache.', evidence, 'cache')).toEqual([]);
  });
});
