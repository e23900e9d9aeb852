import { describe, expect, it } from 'vitest';
import { positionAt, sourceText } from '../src/source-text.ts';
import { clip, clipStart, oneLine, takeWidth, widthOf } from '../src/terminal/width.ts';
import { hang, wrap } from '../src/terminal/wrap.ts';

describe('width', () => {
  it.each([
    ['plain', 5],
    ['港口', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍🚀', 2],
    ['🇫🇷', 2],
    ['\u001b[31mred\u001b[39m', 3],
    ['✓◐✗│─…', 6],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  it('cuts between characters as people see them', () => {
    expect(takeWidth('👩‍🚀👩‍🚀', 3)).toBe('👩‍🚀');
    expect(clip('港口の夜', 5)).toBe('港口…');
    expect(clipStart('a/long/path.md', 8)).toBe('…path.md');
  });

  it('makes one harmless line', () => {
    expect(oneLine(' a\r\n\tb\u0000\u001b[1m\u202ec ')).toBe('a b\ufffd\ufffd[1m\ufffdc');
  });
});

describe('wrap', () => {
  it('breaks at spaces, cuts what is longer than a line and keeps line breaks', () => {
    expect(wrap('aa bb cc\ndd', 5)).toEqual(['aa bb', 'cc', 'dd']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrap('', 5)).toEqual(['']);
  });

  it('hangs under the first word', () => {
    expect(hang('✓ ', 'aa bb cc', 7)).toEqual(['✓ aa bb', '  cc']);
  });
});

describe('positions', () => {
  it('know every line ending', () => {
    const source = sourceText('a\nb\r\nc\rd');
    expect([0, 2, 5, 7, 8].map((offset) => positionAt(source, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });
});
