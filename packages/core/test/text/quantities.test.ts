import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/text/index.ts';

/** What was found: the words, the kind, the value in the kind's base unit. */
const read = (text: string): readonly string[] =>
  findQuantities(text).map(({ start, end, kind, value, high }) => {
    const round = (number: number): string => String(Number(number.toPrecision(6)));
    return `${text.slice(start, end)} = ${kind} ${round(value)}${high === undefined ? '' : `–${round(high)}`}`;
  });

describe('quantities', () => {
  it.each<[string, readonly string[]]>([
    ['~631M users', ['631M users = users 631000000']],
    ['10 million daily active users', ['10 million daily active users = users 10000000']],
    ['5m users wait 5m', ['5m users = users 5000000', '5m = time 300']],
    ['1,200 requests per second', ['1,200 requests per second = rate 1200']],
    ['86,400 seconds', ['86,400 seconds = time 86400']],
    ['10k QPS', ['10k QPS = rate 10000']],
    ['6,000 rpm', ['6,000 rpm = rate 100']],
    ['115k/s', ['115k/s = rate 115000']],
    ['80 billion searches a month', ['80 billion searches a month = rate 30864.2']],
    ['1.5 TB/day', ['1.5 TB/day = bandwidth 17361100']],
    ['2 GiB', ['2 GiB = bytes 2147480000']],
    ['100 Mbps', ['100 Mbps = bandwidth 12500000']],
    ['p99 under 200 ms', ['p99 = percentile 99', '200 ms = time 0.2']],
    ['10–20 ms', ['10–20 ms = time 0.01–0.02']],
    ['20-30 million pins', ['20-30 million pins = count 20000000–30000000']],
    ['99.99%', ['99.99% = percent 99.99']],
    ['five nines', ['five nines = percent 5']],
    ['$3.5k a month', ['3.5k = money 3500']],
    ['10x', ['10x = ratio 10']],
    ['a 100:1 read to write ratio', ['100:1 = ratio 100']],
    ['ten thousand requests per second', ['ten thousand requests per second = rate 10000']],
    ['half a million writes per day', ['half a million writes per day = rate 5.78704']],
    ['a few hundred milliseconds', ['few hundred milliseconds = time 0.3']],
    ['two seconds', ['two seconds = time 2']],
    ['fourteen days', ['fourteen days = time 1209600']],
    ['seventy ms', ['seventy ms = time 0.07']],
    ['half a minute', ['half a minute = time 30']],
    ['a tenth of a millisecond', ['a tenth of a millisecond = time 0.0001']],
    ['four fifths of the traffic', ['four fifths = percent 80']],
    ['half of the users', ['half = percent 50']],
    ['half a percent', ['half a percent = percent 0.5']],
    ['three quarters later', ['three quarters = time 23328000']],
    ['three quarters of it', ['three quarters = percent 75']],
    ['grew tenfold', ['tenfold = ratio 10']],
    ['eight cents', ['eight cents = money 0.08']],
    ['10^9 rows and 1e6 keys', ['10^9 rows = count 1000000000', '1e6 keys = count 1000000']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'we have two components',
    'a user opens the app',
    'in 2026',
    'on 2026-06-01',
    'version 1.2.3',
    'at 12:30:15',
    'at 12:30',
    'S3 and L5 and v2',
    '1. First',
    'a 1:1 with my manager',
    'step 3',
  ])('sees none in "%s"', (text) => {
    expect(read(text).filter((found) => !found.includes('number'))).toEqual([]);
  });

  it('says when the writer is not exact', () => {
    expect(findQuantities('about 40 GB').map(({ approximate }) => approximate)).toEqual([true]);
    expect(findQuantities('40 GB').map(({ approximate }) => approximate)).toEqual([false]);
  });
});

it('reads on over a line that was broken to fit, where it may', () => {
  const kinds = (text: string, wraps: boolean) => findQuantities(text, wraps).map(({ kind, value }) => [kind, value]);
  expect(kinds('It cost 400,000\ndollars.', true)).toEqual([['money', 400_000]]);
  expect(kinds('Four hundred\nusers wait.', true)).toEqual([['users', 400]]);
  expect(kinds('total = 400\nusers = 3', false)[0]).toEqual(['number', 400]);
});
