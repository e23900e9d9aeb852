import { type Document, isMap, isPair, isScalar, parseDocument } from 'yaml';
import type { Range } from './sentences.ts';

/** One key of the front matter with where it and its value stand. Offsets are UTF-16 into the source text. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: unknown;
  readonly keyRange: Range;
  readonly valueRange: Range;
}

export interface FrontMatterError {
  readonly message: string;
  readonly range: Range;
}

export interface FrontMatter {
  /** From the opening to the end of the closing marker line. */
  readonly range: Range;
  /** The YAML between the markers. */
  readonly content: Range;
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly FrontMatterError[];
}

/** Front matter longer than this is text that merely starts with a rule. */
const longest = 20_000;

/** Where front matter ends is decided by so many characters from the start of a text (a byte order mark included). */
export const frontMatterReach = longest + 1;

/** Where the front matter ends: 0 when there is none. Cheap; used to cut it off before Markdown is parsed. */
export function frontMatterEnd(text: string): number {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(from, from + 64));
  if (!opening) return 0;
  const head = text.slice(from, from + longest);
  const closing = /\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(head.slice(opening[0].length - 1));
  if (!closing) return 0;
  return from + opening[0].length - 1 + closing.index + closing[0].length;
}

/** Reads front matter with positions; undefined when there is none. Open: unknown keys are kept as they are. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const end = frontMatterEnd(text);
  if (end === 0) return undefined;
  const contentStart = text.indexOf('\n') + 1;
  const lastBreak = text.lastIndexOf('\n', end - 1);
  // A carriage return that belongs to the last line break would become part of the last value.
  const contentEnd = Math.max(contentStart, text[lastBreak - 1] === '\r' ? lastBreak - 1 : lastBreak);
  const yaml = text.slice(contentStart, contentEnd);
  const document: Document = parseDocument(yaml, { strict: false, uniqueKeys: false, logLevel: 'silent' });
  const entries: FrontMatterEntry[] = [];
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
      const keyRange = shift(pair.key.range, contentStart);
      const value = pair.value as { readonly range?: readonly number[] | null; toJSON?: () => unknown } | null;
      entries.push({
        key: String(pair.key.value),
        value: plain(value, document),
        keyRange,
        valueRange: value?.range ? shift(value.range, contentStart) : { start: keyRange.end, end: keyRange.end },
      });
    }
  }
  const errors = document.errors.map((error) => ({
    message: error.message.split('\n')[0] ?? 'This is not valid YAML.',
    range: { start: contentStart + error.pos[0], end: contentStart + Math.min(error.pos[1], yaml.length) },
  }));
  return { range: { start: 0, end }, content: { start: contentStart, end: contentEnd }, entries, errors };
}

function plain(value: unknown, document: Document): unknown {
  if (value === null || value === undefined) return null;
  try {
    return (value as { toJS: (doc: Document, options: { maxAliasCount: number }) => unknown }).toJS(document, {
      maxAliasCount: 20,
    });
  } catch {
    return null;
  }
}

function shift(range: readonly number[], by: number): Range {
  return { start: (range[0] as number) + by, end: (range[1] as number) + by };
}
