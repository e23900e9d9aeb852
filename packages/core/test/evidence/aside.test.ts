import { describe, expect, it } from 'vitest';
import { evaluate, narrowed } from '../../src/evidence/index.ts';
import { compile, found, summaryOf } from './helpers.ts';

const compiled = compile({
  concepts: { 'cue-field': ['server', 'replica', 'query', 'shard'], reason: ['because'] },
  signals: { reasoned: { any: ['reason'] } },
  rules: { 'any/why': { met: 'reasoned', partial: 'reasoned' } },
});
const evidence = narrowed(compiled, ['any/why'], true);
const reason = 'The bread rose because the kitchen was warm.';
const aside =
  'My aunt baked on Sundays and weighed nothing at all, for she knew by the feel of the dough whether it wanted water or another hour by the stove. We carried the loaves to the neighbours in the evening, and on the way home through the orchard we ate the smallest of them while it was still too hot to hold in bare hands.';

describe('a long paragraph that is about something else', () => {
  it('earns nothing', () => {
    expect(found(`${aside} ${reason}`, evidence, 'reasoned')).toEqual([]);
  });

  it('is told by words of the field that it lacks, not by its length', () => {
    const field = 'A query goes to the replica on the second server.';
    expect(found(`${aside} ${field} ${reason}`, evidence, 'reasoned')).toEqual([reason]);
  });

  it('is not saved by one such word, however often it stands there', () => {
    expect(
      found(`${aside} ${aside.replace('dough', 'server')} ${reason} A server is a server.`, evidence, 'reasoned'),
    ).toEqual([]);
  });

  it('is not one where it shows a machine without naming its parts', () => {
    const flow = 'Phone → kitchen → oven. It takes 2 GB/s and answers 500 orders per second.';
    expect(found(`${aside} ${flow} ${reason}`, evidence, 'reasoned')).toEqual([reason]);
  });

  it('is not told from an answer where it is short', () => {
    expect(found(reason, evidence, 'reasoned')).toEqual([reason]);
  });

  it('adds no words that a rule could count', () => {
    const text = `${aside}\n\nThe server is down.`;
    expect(summaryOf(text, evidence).words).toBeGreaterThan(60);
    expect(evaluate({ words: 10 }, summaryOf(text, evidence)).holds).toBe(false);
    expect(evaluate({ words: 4 }, summaryOf(text, evidence)).holds).toBe(true);
  });

  it('counts like any other where stories are told or no words of the field are known', () => {
    expect(found(`${aside} ${reason}`, narrowed(compiled, ['any/why']), 'reasoned')).toEqual([reason]);
  });
});
