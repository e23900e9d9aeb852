import { describe, expect, it } from 'vitest';
import { compile, found, summaryOf } from './helpers.ts';

const evidence = compile({
  concepts: {
    cache: ['cache', 'caching', 'redis'],
    shard: ['shard', 'sharding'],
    queue: ['queue'],
    why: ['because', 'so that'],
    fail: ['fails', 'is down'],
    fallback: ['fall back', 'serve stale'],
    scope: ['scope', 'requirements'],
    risk: ['what breaks', 'failures'],
  },
  signals: {
    cached: { any: ['cache'] },
    denied: { all: ['cache'], polarity: 'denied' },
    reasoned: { all: ['cache', 'why'] },
    near: { all: ['fail', 'fallback'], within: 'block' },
    listed: { all: ['fail', 'fallback'], within: 'chunk' },
    ordered: { all: ['fail', 'fallback'], ordered: true },
    asked: { all: ['cache'], questions: 'only' },
    scoped: { any: ['cache', 'shard', 'queue'], under: ['scope'] },
    coded: { any: ['cache'], in: ['code'] },
    sized: { all: ['cache', '#bytes'] },
    flow: { any: ['@flow'], in: ['sentence', 'item', 'code'] },
    two: { any: ['cache', 'shard', 'queue'], atLeast: 2 },
    either: [{ any: ['cache'] }, { any: ['queue'] }],
    neither: { all: ['shard'], none: ['queue'] },
  },
});

describe('what is denied, put off or advised', () => {
  it.each([
    ['We put a cache in front.', 1],
    ['We will not cache anything.', 0],
    ["We won't need a cache here.", 0],
    ['There is no queue but a cache in front.', 1],
    ['Not only a cache, also a replica.', 1],
    ['A cache is not needed at this size.', 0],
    ['A cache would be overkill.', 0],
    ['The cache is to be decided.', 0],
    ['You should use a cache.', 0],
    ['We could cache by user because reads repeat.', 1],
    ['If reads double, we would cache the top keys.', 1],
    ['Records that do not parse are written to a cache of their own.', 1],
    ['If the queue will not drain, we serve from a cache.', 1],
    ['We would not, if asked, build a cache.', 0],
  ])('%s', (sentence, times) => {
    expect(found(sentence, evidence, 'cached')).toHaveLength(times);
  });

  it('can be asked for', () => {
    expect(found('We will not cache anything.', evidence, 'denied')).toHaveLength(1);
    expect(found('We cache everything.', evidence, 'denied')).toHaveLength(0);
  });

  it('holds for a list under a heading or a line that excludes', () => {
    expect(found('## Out of scope\n\n- a cache\n- sharding', evidence, 'cached')).toHaveLength(0);
    expect(found('Non-goals:\n\n- a cache', evidence, 'cached')).toHaveLength(0);
    expect(found('Goals:\n\n- a cache', evidence, 'cached')).toHaveLength(1);
  });
});

describe('where words stand', () => {
  it('a comment, a quote, struck text, a link target and an image earn nothing', () => {
    for (const text of [
      '<!-- a cache -->',
      '> We cache it.',
      '~~We cache it.~~',
      '[here](cache.md)',
      '![a cache](x.png)',
      '[the cache]',
    ]) {
      expect(found(text, evidence, 'cached'), text).toHaveLength(0);
    }
  });

  it('code is read as data, not as prose', () => {
    const text = '```\nwe use a cache\n```';
    expect(found(text, evidence, 'cached')).toHaveLength(0);
    expect(found(text, evidence, 'coded')).toEqual(['we use a cache']);
  });

  it('a heading alone is no evidence', () => {
    expect(found('## Cache', evidence, 'cached')).toHaveLength(0);
  });

  it('a question is no statement', () => {
    expect(found('Should we cache the feed?', evidence, 'cached')).toHaveLength(0);
    expect(found('Should we cache the feed?', evidence, 'asked')).toHaveLength(1);
  });

  it('a heading above counts for what stands under it, at any depth, until the next of its rank', () => {
    const text = '# Requirements\n\n## Reads\n\nWe cache them.\n\n# Design\n\nWe shard it.';
    expect(found(text, evidence, 'scoped')).toEqual(['We cache them.']);
  });

  it('the line that introduces a list counts for its items', () => {
    expect(found('Requirements:\n\n- a cache\n  - with a queue', evidence, 'scoped')).toEqual([
      'a cache',
      'with a queue',
    ]);
  });
});

describe('words together', () => {
  it('within a sentence', () => {
    expect(found('We cache it because reads repeat.', evidence, 'reasoned')).toHaveLength(1);
    expect(found('We cache it. That is because reads repeat.', evidence, 'reasoned')).toHaveLength(0);
  });

  it('within three sentences of a paragraph, and no more', () => {
    expect(found('The index fails. Nobody notices. We serve stale.', evidence, 'near')).toEqual([
      'The index fails.',
      'We serve stale.',
    ]);
    expect(found('The index fails. One. Two. We serve stale.', evidence, 'near')).toHaveLength(0);
  });

  it('within a list', () => {
    expect(found('- the index fails\n- we serve stale', evidence, 'listed')).toEqual([
      'the index fails',
      'we serve stale',
    ]);
    expect(found('- the index fails\n\nText.\n\n- we serve stale', evidence, 'listed')).toHaveLength(0);
  });

  it('in order', () => {
    expect(found('When it fails we serve stale.', evidence, 'ordered')).toHaveLength(1);
    expect(found('We serve stale until it fails.', evidence, 'ordered')).toHaveLength(0);
  });

  it('with a quantity, several of many, and none of some', () => {
    expect(found('The cache holds 40 GB.', evidence, 'sized')).toHaveLength(1);
    expect(found('The cache holds much.', evidence, 'sized')).toHaveLength(0);
    expect(found('A cache and a queue.', evidence, 'two')).toHaveLength(1);
    expect(found('A cache and a cache.', evidence, 'two')).toHaveLength(0);
    expect(found('We shard it with a queue.', evidence, 'neither')).toHaveLength(0);
  });

  it('with arrows', () => {
    expect(found('client -> API -> store', evidence, 'flow')).toHaveLength(1);
    expect(found('```\n[client] ------> [API] ------> [store]\n```', evidence, 'flow')).toHaveLength(1);
    expect(found('[client] -> [API] -> [store]', evidence, 'flow')).toHaveLength(1);
    expect(found('a time in [now+5m, now+ttl] -> queue -> send', evidence, 'flow')).toHaveLength(1);
    expect(found('app -> queue -> send, for [the reason]', evidence, 'flow')).toHaveLength(0);
    expect(found('```\n| client |--->| API |--->| store |\n```', evidence, 'flow')).toHaveLength(1);
    expect(found('if a > b it grows', evidence, 'flow')).toHaveLength(0);
  });
});

describe('what is not an argument', () => {
  it('a bare list of words', () => {
    expect(found('Cache, Redis, Kafka, sharding, CDN, queue, replica, Spark, Flink', evidence, 'cached')).toHaveLength(
      0,
    );
  });

  it('the same sentence again', () => {
    const text = Array.from({ length: 10 }, () => 'We cache it.').join('\n\n');
    expect(summaryOf(text, evidence).signal('cached').count).toBe(1);
  });
});

it('counts the keys of every alternative that a sentence meets, and the sentence once', () => {
  const seen = summaryOf('A cache stands before the queue.', evidence).signal('either');
  expect(seen.count).toBe(1);
  expect([...seen.keys].sort()).toEqual(['cache', 'queue']);
});
