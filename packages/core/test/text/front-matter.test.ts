import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/text/index.ts';

const lines = ['---', 'question: acme/feed', 'level: E2', '---', '', '# Feed'];

describe('front matter', () => {
  it.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\n', '\ufeff'],
    ['\r\n', '\ufeff'],
  ])('has the same values, at their places, with %j at the ends of lines behind %j', (eol, mark) => {
    const text = mark + lines.join(eol);
    const found = readFrontMatter(text);
    expect(found?.entries.map(({ key, value }) => [key, value])).toEqual([
      ['question', 'acme/feed'],
      ['level', 'E2'],
    ]);
    expect(found?.entries.map(({ valueRange }) => text.slice(valueRange.start, valueRange.end))).toEqual([
      'acme/feed',
      'E2',
    ]);
    expect(text.slice(found?.content.start, found?.content.end)).toBe(`question: acme/feed${eol}level: E2`);
  });

  it('may be empty', () => {
    expect(readFrontMatter('---\r\n---\r\ntext')?.entries).toEqual([]);
    expect(readFrontMatter('---\n---\n')?.entries).toEqual([]);
  });
});
