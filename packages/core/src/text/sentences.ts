/** Half-open UTF-16 range. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const abbreviations = new Set(
  'e.g i.e eg ie etc vs approx dr mr mrs ms no fig incl cf resp al est dept min max avg inc ltd st jr sr a.m p.m aka w.r.t'.split(
    ' ',
  ),
);

const longestAbbreviation = Math.max(...[...abbreviations].map(({ length }) => length));

/**
 * Sentences of a paragraph whose mark-up is masked by spaces. A line break ends a sentence only after a short line that
 * the next line does not continue (run-in titles, line-by-line notes).
 */
export function splitSentences(masked: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  /** Where the line being read starts. */
  let line = 0;
  /** Where the row of marks being read ends; looked for once in a row, for there are rows of a million dots. */
  let rowEnd = 0;
  const close = (end: number): void => {
    const range = trim(masked, start, end);
    if (range) sentences.push(range);
    start = end;
  };
  for (let at = 0; at < masked.length; at++) {
    const char = masked.charCodeAt(at);
    if (char === 10 || char === 13) {
      if (endsLine(masked, start, line, at)) close(at);
      line = at + 1;
      continue;
    }
    if (char !== 46 && char !== 33 && char !== 63 && char !== 0x3002 && char !== 0xff1f && char !== 0xff01) continue;
    if (at >= rowEnd) {
      rowEnd = at + 1;
      while (rowEnd < masked.length && '.!?"\'”’)]'.includes(masked[rowEnd] as string)) rowEnd++;
    }
    const end = rowEnd;
    const wide = char > 0x3000;
    if (!wide && end < masked.length && !/\s/.test(masked[end] as string)) continue;
    if (char === 46 && isAbbreviation(masked, start, at)) continue;
    if (char === 46 && continuesInLowerCase(masked, end) && !endsWholeWord(masked, at)) continue;
    close(end);
    at = end - 1;
  }
  close(masked.length);
  return sentences;
}

function continuesInLowerCase(text: string, from: number): boolean {
  const next = /\S/.exec(text.slice(from, from + 8))?.[0];
  return next !== undefined && /\p{Ll}/u.test(next);
}

/** Nobody cuts a word of four letters short by a dot, except those named above; and not everybody begins with a capital. */
function endsWholeWord(text: string, dot: number): boolean {
  return /^\p{L}{4}$/u.test(text.slice(Math.max(0, dot - 4), dot));
}

function isAbbreviation(text: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && dot - from <= longestAbbreviation && /[\p{L}\p{N}.]/u.test(text[from - 1] as string)) from--;
  const word = text.slice(from, dot).toLowerCase();
  if (word === '') return false;
  // "15 ms." is a time, "Ms. Lee" a person.
  if (/^(?:ms|min)$/.test(word) && /\d\s?$/.test(text.slice(Math.max(start, from - 3), from))) return false;
  if (abbreviations.has(word)) return true;
  if (/^\p{L}$/u.test(word) && word !== 'i') return true;
  return /^\d{1,2}$/.test(word) && text.slice(start, from).trim() === '';
}

/** `start` is where the sentence starts and `line` where the line does: a long line is one that was broken to fit. */
function endsLine(text: string, start: number, line: number, newline: number): boolean {
  const current = text.slice(Math.max(start, line), newline).trim();
  if (current.length === 0) return false;
  const next = /\S/.exec(text.slice(newline, newline + 16))?.[0];
  if (next === undefined) return false;
  if (current.endsWith(':')) return true;
  return newline - line < 60 && /[\p{Lu}\p{N}"“(]/u.test(next) && !/[,\-–(]$/.test(current);
}

function trim(text: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return end > start ? { start, end } : undefined;
}
