import { describe, expect, it } from 'vitest';
import { normalise, tokenise } from '../../src/text/index.ts';

/** Words with what separates them: nothing, a comma, or `/` for the end of a clause. */
const read = (text: string): string => {
  const { word, gap, count } = tokenise(text);
  let said = '';
  for (let index = 0; index < count; index++)
    said += `${index === 0 ? '' : [' ', ', ', ' / '][gap[index] as number]}${word[index]}`;
  return said;
};

describe('words', () => {
  it.each([
    ['We rank twice', 'we rank twice'],
    ['fast, cheap', 'fast, cheap'],
    ['one; two: three', 'one / two / three'],
    ['read (cached) write', 'read / cached / write'],
    ['app -> feed => page', 'app / feed / page'],
    ['end. Next', 'end / next'],
    ['fan-out on write', 'fan out on write'],
    ['lag - then loss', 'lag / then loss'],
    ["the user’s feed and it's fine", 'the user feed and it fine'],
    ["we don't and won’t", "we don't and won't"],
    ['zero\u200bwidth so\u00adft', 'zerowidth soft'],
    ['p99 x2 L5', 'p99 x2 l5'],
    ['naïve café ねこ', 'naïve café ねこ'],
    ['', ''],
    ['…!? —', ''],
  ])('%j are %j', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['Caches', 'caches'],
    ["User's", 'user'],
    ['DON’T', "don't"],
    ['\u200bword\ufeff', 'word'],
    ['ÉTÉ', 'été'],
  ])('%j is compared as %j', (raw, form) => expect(normalise(raw)).toBe(form));
});
