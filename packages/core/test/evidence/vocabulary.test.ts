import { describe, expect, it } from 'vitest';
import { compileEvidence } from '../../src/evidence/index.ts';
import { compile, found } from './helpers.ts';

const mention = (concept: string) => ({ any: [concept], lists: true });

describe('concepts', () => {
  const evidence = compile({
    concepts: {
      cache: ['cache', 'in-memory {store,map}', '=mem'],
      balancer: { phrases: ['load'], except: ['load balancer'] },
      redis: ['redis'],
      kafka: ['kafka'],
      product: { oneOf: ['redis', 'kafka'] },
    },
    signals: { cached: mention('cache'), loaded: mention('balancer'), product: mention('product') },
  });

  it('compare by stem, across hyphens and inflection', () => {
    expect(found('We are caching it.\n\nAn in memory map holds it.', evidence, 'cached')).toEqual([
      'We are caching it.',
      'An in memory map holds it.',
    ]);
  });

  it('compare an exact word only in that form', () => {
    expect(found('Keep it in mem now.', evidence, 'cached')).toHaveLength(1);
    expect(found('Keep the mems now.', evidence, 'cached')).toHaveLength(0);
  });

  it('may leave a word out, with the space before or after it', () => {
    const both = compile({
      concepts: { write: ['{own ,}writes'], read: ['{own,} reads'] },
      signals: { write: mention('write'), read: mention('read') },
    });
    expect(found('Its own writes come first.', both, 'write')).toEqual(['Its own writes come first.']);
    expect(found('The writes come first.', both, 'write')).toHaveLength(1);
    expect(found('The reads come first.', both, 'read')).toHaveLength(1);
  });

  it('do not see a phrase inside one that means something else', () => {
    expect(found('A load balancer stands in front.', evidence, 'loaded')).toHaveLength(0);
    expect(found('The load doubles, the load balancer holds.', evidence, 'loaded')).toHaveLength(1);
  });

  it('tell the members of a family apart', () => {
    const text = 'Redis holds it.\n\nKafka moves it.\n\nRedis again, elsewhere.';
    expect([...new Set(found(text, evidence, 'product'))]).toHaveLength(3);
  });

  it('hide from no zero-width character and no emphasis', () => {
    expect(found('We c\u200bache **it**.', evidence, 'cached')).toHaveLength(1);
    expect(found('The **re**dis box.', evidence, 'product')).toHaveLength(0);
  });
});

describe('a name that stands for nothing', () => {
  it('is a problem with its place and the nearest right name', () => {
    const { problems } = compileEvidence({
      concepts: { latency: ['latency'] },
      signals: { slow: { all: ['latancy'] }, ask: { any: ['@qestion'] }, size: { any: ['#byte'] } },
      rules: { 'r/c': { met: 'slwo', partial: 'slow' } },
    });
    expect(problems.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'signals.slow.all.0: No concept is named "latancy". Did you mean "latency"?',
      'signals.ask.any.0: No shape is named "qestion". Did you mean "question"?',
      'signals.size.any.0: No quantity is named "byte". Did you mean "bytes"?',
      'rules.r/c.met: No signal is named "slwo". Did you mean "slow"?',
    ]);
  });

  it('is found in a family, which may not contain itself', () => {
    const { problems } = compileEvidence({
      concepts: { a: { oneOf: ['b'] }, b: { oneOf: ['a', 'zz'] } },
      signals: {},
      rules: {},
    });
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('contains itself'),
        expect.stringContaining('No concept is named "zz"'),
      ]),
    );
  });

  it('reports a group that is not closed, and one that expands beyond measure', () => {
    const wide = `{${Array.from({ length: 90 }, (_, i) => `a${i}`).join(',')}}`;
    const { problems } = compileEvidence({ concepts: { a: ['{x,y'], b: [`${wide} ${wide}`] }, signals: {}, rules: {} });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('opens a group that is not closed'),
      expect.stringContaining('more than 4,000 phrases'),
    ]);
  });
});
