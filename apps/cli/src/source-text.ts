import type { Span } from './report.ts';

/** A text with the starts of its lines. A line ends with `\n`, `\r\n` or a lone `\r`. */
export interface SourceText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A byte-order mark stays: it is one character of the text. What is not UTF-8 becomes U+FFFD. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function sourceText(text: string): SourceText {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(match.index + match[0].length);
  return { text, lineStarts };
}

/** Line and column of an offset, both from 1; a column counts UTF-16 units. */
export function positionAt(
  { lineStarts }: SourceText,
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] as number) + 1 };
}

export function spanAt(source: SourceText, range: { readonly start: number; readonly end: number }): Span {
  const { start, end } = range;
  return { start, end, ...positionAt(source, start), quote: source.text.slice(start, end) };
}
