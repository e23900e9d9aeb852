/** Something said without a break, as a transcript has it: a caption, or a line of a plain one. */
export interface Utterance {
  /** Milliseconds from the start of the recording; undefined where the transcript does not tell. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly speaker: string | undefined;
  /** One line without mark-up. */
  readonly text: string;
  /** Where it stands in the file: UTF-16 offsets. */
  readonly at: { readonly start: number; readonly end: number };
}

/** A place of the file that could not be read. Lines and columns count from 1. */
export interface TranscriptProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `whole`: starts and ends, so that silences show; `starts`: only when each begins; `none`: no times. */
export type Timing = 'whole' | 'starts' | 'none';

/** A line of a file, without its line break. Offsets are UTF-16. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a file, whichever way they end. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\r|\n/g;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    lines.push({ text: text.slice(start, found.index), start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}

const namePattern = /^([\p{L}][\p{L}\p{M}\p{N} .,'’()_-]{0,48}?)\s?:\s+(?=\S)/u;

/** Where so many of the lines begin with a name, a name that comes but once is one too. */
const namedShare = 0.6;

/**
 * The names that stand before a colon at the start of lines. One that comes once could be any word before a colon
 * ("Note: …"), unless most lines have one.
 */
export function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let named = 0;
  for (const text of texts) {
    const name = namePattern.exec(text)?.[1]?.trim();
    if (name === undefined) continue;
    named++;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isUsual = texts.length > 1 && named >= texts.length * namedShare;
  return new Set([...counts].filter(([, count]) => isUsual || count > 1).map(([name]) => name));
}

/** Parts a line into who says it and what is said, for one of these names. */
export function partName(
  text: string,
  names: ReadonlySet<string>,
): { readonly speaker?: string; readonly said: string } {
  const found = namePattern.exec(text);
  const speaker = found?.[1]?.trim();
  if (!found || speaker === undefined || !names.has(speaker)) return { said: text };
  return { speaker, said: text.slice(found[0].length) };
}
