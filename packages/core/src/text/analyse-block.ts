import type { BlockAnalysis, BlockKind, Unit } from './block.ts';
import { findQuantities } from './quantities.ts';
import { type Range, splitSentences } from './sentences.ts';
import { type Tokens, tokenise } from './tokens.ts';

export interface BlockSource {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level: number;
  readonly language: string;
  /** Ranges, relative to the block, that are mark-up and not words. Sorted. */
  readonly marks: readonly Range[];
  /** Those of the marks that are template placeholders. */
  readonly placeholders: readonly Range[];
  readonly inlineCode: readonly Range[];
}

/** Analyses one block from its own text alone, so that the result can be kept as long as the text does not change. */
export function analyseBlock(source: BlockSource): BlockAnalysis {
  const leftovers = source.kind === 'code' ? [] : findLeftovers(source);
  const masked = maskRanges(maskRanges(source.text, source.marks), leftovers);
  const tokens = tokenise(masked);
  const ranges = unitRanges(source.kind, masked);
  return {
    kind: source.kind,
    length: source.text.length,
    level: source.level,
    units: ranges.length === 0 ? [] : toUnits(ranges, tokens, masked, [...source.placeholders, ...leftovers]),
    tokens,
    quantities:
      source.kind === 'hidden' || source.kind === 'quote'
        ? []
        : findQuantities(masked, source.kind === 'paragraph' || source.kind === 'item'),
    text: source.text,
    masked,
    inlineCode: source.inlineCode,
    language: source.language,
    introduces: /:\s*$/.test(masked.slice(-24)),
  };
}

function maskRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const range of ranges) {
    if (range.end <= at) continue;
    const start = Math.max(at, range.start);
    masked += text.slice(at, start) + blank(text.slice(start, range.end));
    at = range.end;
  }
  return masked + text.slice(at);
}

function blank(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]/g, ' ') : ' '.repeat(text.length);
}

const leftover =
  /\$\{[^}\n]{0,80}\}|\{\{[^}\n]{0,80}\}\}|<[a-z][^<>\n]{0,60}>|_{3,}|\b(?:TODO|TBD|FIXME|XXX|TBC)\b|\[(?:fill|insert|your|add|describe|name|why|what|list|e\.g\.)[^\]\n]{0,80}\]/g;

/** Template placeholders are not the candidate's words. In code, angle brackets and braces are. */
function findLeftovers(source: BlockSource): readonly Range[] {
  const found = [...source.text.matchAll(leftover)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let code = 0;
  return found.filter(({ start, end }) => {
    while (code < source.inlineCode.length && (source.inlineCode[code] as Range).end < end) code++;
    return !((source.inlineCode[code]?.start ?? source.text.length) <= start);
  });
}

function unitRanges(kind: BlockKind, masked: string): readonly Range[] {
  if (kind === 'hidden' || kind === 'quote') return [];
  if (kind === 'heading' || kind === 'row' || kind === 'header') {
    const start = masked.search(/\S/);
    return start < 0 ? [] : [{ start, end: masked.trimEnd().length }];
  }
  return kind === 'code' ? codeLines(masked) : splitSentences(masked);
}

function codeLines(masked: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  while (start < masked.length) {
    let end = masked.indexOf('\n', start);
    if (end < 0) end = masked.length;
    const lineText = masked.slice(start, end);
    const first = lineText.search(/\S/);
    if (first >= 0) lines.push({ start: start + first, end: start + lineText.trimEnd().length });
    start = end + 1;
  }
  return lines;
}

function toUnits(
  ranges: readonly Range[],
  tokens: Tokens,
  masked: string,
  placeholders: readonly Range[],
): readonly Unit[] {
  const units: Unit[] = [];
  const open = placeholders.map(({ start }) => start).sort((a, b) => a - b);
  let placeholder = 0;
  let token = 0;
  for (const range of ranges) {
    while (token < tokens.count && (tokens.start[token] as number) < range.start) token++;
    const firstToken = token;
    while (token < tokens.count && (tokens.start[token] as number) < range.end) token++;
    if (token === firstToken && !/\S{2}/.test(masked.slice(range.start, range.end))) continue;
    while (placeholder < open.length && (open[placeholder] as number) < range.start) placeholder++;
    units.push({
      start: range.start,
      end: range.end,
      firstToken,
      lastToken: token,
      question: isQuestion(masked, range),
      unfinished: placeholder < open.length && (open[placeholder] as number) <= range.end + 1,
    });
  }
  return units;
}

/** A mark at the end asks; one in brackets, as in "(under 200 ms?)", only hesitates. */
function isQuestion(masked: string, range: Range): boolean {
  return /\?["'”’*_\s]{0,4}$/.test(masked.slice(Math.max(range.start, range.end - 6), range.end));
}
