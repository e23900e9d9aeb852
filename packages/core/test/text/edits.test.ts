import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/text/index.ts';

describe('front matter typed line by line', () => {
  it('is read once its closing line is there', () => {
    let answer = readAnswer('');
    for (const char of '---\nquestion: acme/feed\n---\n\nText.\n') {
      answer = answer.edit([{ start: answer.length, end: answer.length, insert: char }]);
    }
    expect(answer.frontMatter?.entries.map(({ key, value }) => [key, value])).toEqual([['question', 'acme/feed']]);
    expect(answer.bodyStart).toBe(readAnswer(answer.text).bodyStart);
  });

  it('is read when its opening line is completed last', () => {
    const answer = readAnswer('--\nquestion: acme/feed\n---\n').edit([{ start: 2, end: 2, insert: '-' }]);
    expect(answer.frontMatter?.entries).toHaveLength(1);
  });
});

describe('an edit at the end of a line that ends in CRLF', () => {
  it('keeps the chunks it did not touch', () => {
    const before = readAnswer('One line.\r\n\r\n'.repeat(40));
    const at = 13 * 20 + 9;
    const after = before.edit([{ start: at, end: at, insert: 'x' }]);
    expect(after.chunks.filter(({ chunk }) => before.chunks.some((old) => old.chunk === chunk)).length).toBeGreaterThan(
      30,
    );
  });

  it('that tears the line break apart is still read as a line break', () => {
    for (const change of [
      { start: 10, end: 11, insert: '' },
      { start: 10, end: 10, insert: 'x' },
    ]) {
      const answer = readAnswer('One line.\r\n').edit([change]);
      const shape = (of: typeof answer) => of.chunks.map(({ start, chunk }) => [start, chunk.length]);
      expect(shape(answer)).toEqual(shape(readAnswer(answer.text)));
    }
  });
});

describe('a table right below a paragraph', () => {
  it('becomes part of it when its second line is broken, however long the first is', () => {
    const header = `| ${'a long title of a column '.repeat(12)}| b |`;
    const before = readAnswer(`Some words first.\n${header}\n| --- | --- |\n| 1 | 2 |\n`);
    const at = before.text.indexOf('| ---') + 2;
    const after = before.edit([{ start: at, end: at + 3, insert: 'x' }]);
    const shape = (of: typeof after) => of.chunks.map(({ start, chunk }) => [chunk.type, start, chunk.length]);
    expect(before.chunks.map(({ chunk }) => chunk.type)).toContain('Table');
    expect(shape(after)).toEqual(shape(readAnswer(after.text)));
  });
});
