import { describe, expect, it } from 'vitest';
import { auditNumbers } from '../../src/review/audit/audit.ts';
import { readAnswer } from '../../src/text/index.ts';

const findings = (text: string) => auditNumbers(readAnswer(text)).findings;

describe('arithmetic that is right', () => {
  it.each([
    '70k × 500 pins = 35M pairs a second',
    '500M / 86400 = 5787 QPS',
    '12 + 35 + 70 + 150 = 267 KB',
    '250M people/day × 120 images = 30 B image reads/day → 350k/s average, ~900k/s peak',
    '900k/s peak × 5% = 45k/s to the shield',
    '900M/day = 10k/s mean',
    '168 × 2 bytes × 600M = 200 GB',
    '80 bn / 30 / 86,400 ≈ 31,000 searches per second',
    '500 000 x 128 x 4 bytes = 256 MB',
    '1B × 768-d × float32 ≈ 3 TB',
    '15B / (100 GPUs × 1,000 crops/s) = 150,000 s ≈ 42 h',
    '2 m × 40 KB = 80 GB/s (640 Gbit/s)',
    '600M users × 2 notifications per day = 1.2B per day = ~14k per second',
    '1M × 200 = 200M/day = 11% of plays',
    '24 TB a day × 365 = 8.8 PB after a year',
    '1,000 × 1 MB ≈ 1 GB',
    '1B / 100k = 10k QPS, taking a day as 100,000 seconds',
    '20 ms + 30 ms + 40 ms = 90 ms',
    '5% of 900k/s is 45k/s',
    '3 / 4 = 75%',
    '(200 + 300) × 2 KB = 1 MB',
    '99.9% is about 44 minutes of downtime a month',
    '99.99% availability leaves 52 minutes of downtime per year',
    'HNSW over 100 million vectors of 768 dimensions with M=32 takes 330 GB.',
    '6.5TB × $0.15 = ~$975 a month',
    '300,000 prefixes of up to four letters × 20 ids × 8 B = 48 MB',
    'every one of the people times 20 ids × 8 B = 48 MB',
    'p99 = 200 ms, v1.2 / 2 = 3, 10:30 - 11:30 = 1 hour, M=32, ef = 100',
  ])('%s', (text) => {
    expect(findings(text).map(({ working }) => working)).toEqual([]);
  });
});

describe('arithmetic that is wrong', () => {
  it.each<[string, 'arithmetic' | 'unit-slip', string]>([
    ['200M × 800 B = 160 MB', 'unit-slip', '160,000 MB'],
    ['500M users x 20 = 1B per day', 'arithmetic', '10B per day'],
    ['1B/day = 115k/s', 'arithmetic', '11.6k/s'],
    ['80 billion searches per month is about 3,000 per second', 'arithmetic', '30,900 per second'],
    ['20 ms + 30 ms + 40 ms = 120 ms', 'arithmetic', '90 ms'],
    ['Per id:\n\n* 20 ids × 8 KB = 48 MB\n+ none', 'arithmetic', '0.16 MB'],
    ['50 million photos of 200 KB is 10 GB', 'unit-slip', '10,000 GB'],
    ['5% of 900k/s is 4.5k/s', 'arithmetic', '45k/s'],
    ['99.9% is about 4 minutes of downtime a month', 'arithmetic', '43.2 minutes'],
    ['HNSW over 100 million vectors of 768 dimensions with M=32 takes 33 GB.', 'arithmetic', '333 to 339 GB'],
    ['PQ with m=96 over 1 billion vectors takes 9 GB.', 'arithmetic', '96 to 112 GB'],
    ['| users | bytes |\n| --- | --- |\n| 1M | 10M × 1 KB = 1 GB |', 'arithmetic', '10 GB'],
    ['```\nqps = 200_000_000 * 10 / 86400 = 2314\n```', 'arithmetic', '23,100'],
  ])('%s', (text, kind, computed) => {
    expect(findings(text).map((finding) => [finding.kind, finding.computed])).toEqual([[kind, computed]]);
  });

  it('points at the result and keeps its offsets through headings and lists', () => {
    const text = '# Estimates\n\n- Storage: **200M** × 800 B = 160 MB\n';
    const [finding] = findings(text);
    expect(finding && text.slice(finding.result.start, finding.result.end)).toBe('160 MB');
  });
});

describe('what is not the writer’s arithmetic', () => {
  it.each([
    '> 200M × 800 B = 160 MB',
    '<!-- 200M × 800 B = 160 MB -->',
    'Is 200M × 800 B = 160 MB?',
    '~~200M × 800 B = 160 MB~~',
  ])('%s', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

it('sees two values for one quantity, and rounding as none', () => {
  const audit = (text: string) =>
    auditNumbers(readAnswer(text)).disagreements.map(({ first, second }) => [first.written, second.written]);
  expect(audit('We have 100M DAU.\n\nAt 250 million daily active users the cache holds it.')).toEqual([
    ['100M DAU', '250 million daily active users'],
  ]);
  expect(audit('631 million monthly users.\n\nSay 600M MAU.')).toEqual([]);
  expect(audit('We have 100M DAU.\n\nIf it grows to 300M DAU we shard again.')).toEqual([]);
});

/** A small generator, so that the same hundred estimates come out every time. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

const day = 86_400;
const magnitude = (value: number): string =>
  value >= 1e9
    ? `${Number((value / 1e9).toPrecision(3))}B`
    : value >= 1e6
      ? `${Number((value / 1e6).toPrecision(3))}M`
      : value >= 1e3
        ? `${Number((value / 1e3).toPrecision(3))}k`
        : String(Number(value.toPrecision(3)));
const bytes = (value: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  const step = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(value) / 3)));
  return `${Number((value / 1000 ** step).toPrecision(3))} ${units[step]}`;
};

/** Sentences with one result each; the result is multiplied by `error`. */
const estimates: readonly ((random: (below: number) => number, error: number) => string)[] = [
  (random, error) => {
    const [users, actions] = [(1 + random(90)) * 1e7, 2 + random(30)];
    return `${magnitude(users)} daily users × ${actions} requests = ${magnitude(users * actions * error)} requests per day.`;
  },
  (random, error) => {
    const perDay = (1 + random(80)) * 1e8;
    return `${magnitude(perDay)} / 86,400 ≈ ${magnitude((perDay / day) * error)} QPS on average.`;
  },
  (random, error) => {
    const perDay = (1 + random(80)) * 1e8;
    return `That is ${magnitude(perDay)} writes per day, about ${magnitude((perDay / day) * error)} per second.`;
  },
  (random, error) => {
    const [items, each] = [(1 + random(90)) * 1e7, (1 + random(9)) * 100];
    return `- Metadata: ${magnitude(items)} items × ${each} B = ${bytes(items * each * error)}`;
  },
  (random, error) => {
    const [items, each] = [(1 + random(90)) * 1e6, (1 + random(9)) * 100];
    return `${magnitude(items)} photos of ${each} KB is ${bytes(items * each * 1e3 * error)}.`;
  },
  (random, error) => {
    const parts = [10 + random(40), 5 + random(30), 20 + random(90)];
    const sum = parts.reduce((total, part) => total + part, 0);
    return `The path takes ${parts.map((part) => `${part} ms`).join(' + ')} = ${Math.round(sum * error)} ms.`;
  },
  (random, error) => {
    const [rate, share] = [(1 + random(90)) * 1000, 2 + random(40)];
    return `${share}% of ${magnitude(rate)} requests per second is ${magnitude((rate * share * error) / 100)} requests per second.`;
  },
  (random, error) => {
    const [size, copies] = [1 + random(90), 2 + random(4)];
    return `With replication, ${size} TB × ${copies} = ${Number((size * copies * error).toPrecision(4))} TB.`;
  },
  (random, error) => {
    const [vectors, dimensions] = [1 + random(900), [128, 256, 384, 512, 768][random(5)] as number];
    return `${vectors}M vectors × ${dimensions} × 4 bytes = ${bytes(vectors * 1e6 * dimensions * 4 * error)}`;
  },
  (random, error) => {
    const [vectors, dimensions, links] = [
      1 + random(900),
      [128, 256, 512, 768][random(4)] as number,
      16 + 8 * random(4),
    ];
    const total = vectors * 1e6 * (4 * dimensions + 9 * links) * error;
    return `An HNSW index of ${vectors} million vectors with ${dimensions} dimensions and M=${links} needs ${bytes(total)}.`;
  },
];

const errors = [10, 0.1, 1000, 0.001, 2, 0.5, 1.5, 100, 0.01, 3];

it('finds at least 90 of 100 seeded errors, and none in the same estimates without them', () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  for (let index = 0; index < 100; index++) {
    const estimate = estimates[index % estimates.length] as (typeof estimates)[number];
    const error = errors[(index + Math.floor(index / 10)) % errors.length] as number;
    const right = estimate(makeRandom(index + 1), 1);
    const seeded = estimate(makeRandom(index + 1), error);
    if (findings(right).length > 0) wrong.push(right);
    if (findings(seeded).length === 0) missed.push(seeded);
  }
  expect(wrong).toEqual([]);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10);
});
