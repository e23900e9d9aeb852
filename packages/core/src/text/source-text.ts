import type { Input } from '@lezer/common';

/**
 * A text in pieces that end at line breaks, so that an edit copies a piece and not the whole: joining a megabyte for every
 * key would cost more than judging what changed. Immutable. Offsets are UTF-16.
 */
export interface SourceText {
  readonly length: number;
  slice(start: number, end: number): string;
  edit(start: number, end: number, insert: string): SourceText;
  /** The whole text; joined on first use. */
  toString(): string;
  /** The text from `base` on, as the parser reads it. */
  input(base: number): Input;
}

/** Pieces of about this many characters; a longer line is a piece of its own. */
const pieceLength = 4_096;

export function sourceText(text: string): SourceText {
  return fromPieces(split(text), text);
}

function split(text: string): readonly string[] {
  if (text.length <= pieceLength * 2) return text === '' ? [] : [text];
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start + pieceLength);
    const end = newline < 0 || text.length - newline < pieceLength / 2 ? text.length : newline + 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function fromPieces(pieces: readonly string[], whole?: string): SourceText {
  const starts = new Array<number>(pieces.length);
  let length = 0;
  for (let index = 0; index < pieces.length; index++) {
    starts[index] = length;
    length += (pieces[index] as string).length;
  }
  /** The piece that holds an offset. */
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const slice = (start: number, end: number): string => {
    const to = Math.min(end, length);
    if (start >= to) return '';
    let index = pieceAt(start);
    const first = pieces[index] as string;
    const from = start - (starts[index] as number);
    if (to <= (starts[index] as number) + first.length) return first.slice(from, to - (starts[index] as number));
    let text = first.slice(from);
    for (index++; index < pieces.length && (starts[index] as number) < to; index++) {
      text += (pieces[index] as string).slice(0, to - (starts[index] as number));
    }
    return text;
  };
  return {
    length,
    slice,
    edit(start, end, insert) {
      if (pieces.length === 0) return sourceText(insert);
      const first = pieceAt(start);
      let last = pieceAt(end);
      const before = slice(starts[first] as number, start);
      let middle = before + insert + slice(end, (starts[last] as number) + (pieces[last] as string).length);
      // A piece must end at a line break: where the edit took it away, the next piece joins.
      while (!middle.endsWith('\n') && last < pieces.length - 1) middle += pieces[++last] as string;
      return fromPieces([...pieces.slice(0, first), ...split(middle), ...pieces.slice(last + 1)]);
    },
    toString() {
      whole ??= pieces.join('');
      return whole;
    },
    input: (base) => ({
      length: length - base,
      lineChunks: false,
      chunk(from) {
        if (from + base >= length) return '';
        const index = pieceAt(from + base);
        return (pieces[index] as string).slice(from + base - (starts[index] as number));
      },
      read: (from, to) => slice(from + base, to + base),
    }),
  };
}
