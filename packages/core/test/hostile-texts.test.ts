import { describe, expect, it } from 'vitest';
import { makeReadingCache, summarise } from '../src/evidence/index.ts';
import { readAnswer } from '../src/text/index.ts';
import { compile } from './evidence/helpers.ts';

const evidence = compile({ signals: { denial: { any: ['cue-negation'], polarity: 'either', lists: true } } });

/** Each took from ten seconds to minutes while its cost grew with the square of its length, or faster. */
const hostile: Readonly<Record<string, string>> = {
  'a row of dots before a letter': `${'.'.repeat(100_000)}x`,
  'a row of dots before a lower-case word': `${'.'.repeat(100_000)} x`,
  'lines that end in a carriage return only': 'a\r'.repeat(100_000),
  'bare numbers on one line': '5, '.repeat(100_000),
  'placeholders beside code': '`a` TODO '.repeat(20_000),
  'exceptions to a phrase': 'no longer a. '.repeat(40_000),
  'one dismissal after the other': 'overkill a b '.repeat(40_000),
  'paths without a parameter': `${'/'.repeat(1_990)}\n`.repeat(40),
  'records that are not closed':
    `${'abc(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z '.repeat(20)}\n\n`.repeat(20),
};

describe('a text made to hurt', () => {
  for (const [what, text] of Object.entries(hostile)) {
    it(`is read in no time: ${what}`, () => {
      const before = Date.now();
      summarise(readAnswer(text), evidence, makeReadingCache());
      expect(Date.now() - before).toBeLessThan(5_000);
    });
  }
});
