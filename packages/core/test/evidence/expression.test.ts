import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evidence/index.ts';
import type { Expression } from '../../src/model/index.ts';
import { compile, summaryOf } from './helpers.ts';

const evidence = compile({
  concepts: { redis: ['redis'], kafka: ['kafka'], store: { oneOf: ['redis', 'kafka'] }, why: ['because'] },
  signals: {
    store: { any: ['store'] },
    reasoned: { all: ['store', 'why'] },
    why: { any: ['why'] },
  },
});

const holds = (text: string, expression: Expression): boolean => evaluate(expression, summaryOf(text, evidence)).holds;
const text = 'Redis holds it because it is small.\n\nRedis is fast.\n\nKafka moves it.';

describe('expressions', () => {
  it.each<[Expression, boolean]>([
    ['store', true],
    ['store >= 3', true],
    ['store >= 4', false],
    ['distinct store >= 2', true],
    ['distinct store >= 3', false],
    [{ all: ['store', 'reasoned'] }, true],
    [{ all: ['store', { not: 'reasoned' }] }, false],
    [{ any: [{ not: 'store' }, 'why'] }, true],
    [{ atLeast: 2, of: ['store', 'reasoned', 'why'] }, true],
    [{ before: ['why', 'store'] }, false],
    [{ before: ['store', 'why'] }, false],
    [{ words: 10 }, true],
    [{ words: 100 }, false],
    [{ share: { of: 'reasoned', among: 'store', atLeast: 0.5 } }, true],
    [{ share: { of: 'reasoned', among: 'store', atLeast: 0.6 } }, false],
    [{ unmatched: { among: 'store', by: 'reasoned', atLeast: 1 } }, true],
    [{ unmatched: { among: 'store', by: 'reasoned', atLeast: 2 } }, false],
  ])('%j is %s', (expression, expected) => {
    expect(holds(text, expression)).toBe(expected);
  });

  it('point at what decided: the keys that were never matched', () => {
    const verdict = evaluate({ unmatched: { among: 'store', by: 'reasoned', atLeast: 1 } }, summaryOf(text, evidence));
    expect(verdict.spans.flat().map(({ start, end }) => text.slice(start, end))).toEqual(['Kafka moves it.']);
  });

  it('before holds when the second never comes', () => {
    expect(holds('Redis holds it.', { before: ['store', 'why'] })).toBe(true);
  });
});
