import type { Input, SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { parser as commonmark, GFM } from '@lezer/markdown';
import { analyseBlock } from './analyse-block.ts';
import type { Block, BlockAnalysis, BlockKind, Chunk } from './block.ts';
import type { Range } from './sentences.ts';
import type { SourceText } from './source-text.ts';

const parser = commonmark.configure(GFM);

/** Parses Markdown, reusing what the fragments of an earlier tree allow. */
export function parseMarkdown(input: Input | string, fragments?: readonly TreeFragment[]): Tree {
  return parser.parse(input, fragments);
}

/** Mark-up that is not words. Struck-out text, images and link targets are hidden whole. */
const marks = new Set([
  'HeaderMark',
  'EmphasisMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'CodeMark',
  'CodeInfo',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'TableDelimiter',
  'Strikethrough',
  'Image',
  'URL',
  'Autolink',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Entity',
]);

/** What a chunk is built with: the source text, and analyses of earlier blocks to keep. */
export interface ChunkContext {
  readonly source: SourceText;
  /** Source offset of the parsed text (after front matter). */
  readonly base: number;
  readonly reuse: ReadonlyMap<string, BlockAnalysis>;
}

/** Reads one top-level node into its blocks. */
export function readChunk(node: SyntaxNode, context: ChunkContext): Chunk {
  const blocks: Block[] = [];
  const chunk = { from: node.from, blocks, context };
  readBlock(node, chunk, { depth: 0, ordered: false, parent: -1 });
  return { type: node.name, length: node.to - node.from, blocks };
}

interface ChunkReader {
  readonly from: number;
  readonly blocks: Block[];
  readonly context: ChunkContext;
}

interface Place {
  readonly depth: number;
  readonly ordered: boolean;
  readonly parent: number;
}

function readBlock(node: SyntaxNode, chunk: ChunkReader, place: Place): void {
  const name = node.name;
  if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
    add(node, 'heading', chunk, place, Number(name.slice(-1)));
  } else if (name === 'Paragraph' || name === 'Task') {
    const bold = place.depth === 0 && isBoldLine(node, chunk);
    add(node, bold ? 'heading' : place.depth > 0 ? 'item' : 'paragraph', chunk, place, bold ? 7 : 0);
  } else if (name === 'BulletList' || name === 'OrderedList') {
    readList(node, chunk, place);
  } else if (name === 'Table') {
    readTable(node, chunk, place);
  } else if (name === 'FencedCode' || name === 'CodeBlock') {
    add(node, 'code', chunk, place, 0);
  } else if (name === 'Blockquote') {
    add(node, 'quote', chunk, place, 0);
  } else if (name === 'CommentBlock' || name === 'HTMLBlock' || name === 'ProcessingInstructionBlock') {
    add(node, 'hidden', chunk, place, 0);
  }
}

/** A deeper nesting than this is read as part of its outermost items; no one writes it, and it must not overflow. */
const deepest = 40;

function readList(list: SyntaxNode, chunk: ChunkReader, place: Place): void {
  if (place.depth >= deepest) return;
  const ordered = list.name === 'OrderedList';
  for (let item = list.firstChild; item; item = item.nextSibling) {
    if (item.name !== 'ListItem') continue;
    let own = -1;
    for (let child = item.firstChild; child; child = child.nextSibling) {
      if (child.name === 'ListMark') continue;
      const before = chunk.blocks.length;
      readBlock(child, chunk, { depth: place.depth + 1, ordered, parent: own < 0 ? place.parent : own });
      if (own < 0 && chunk.blocks.length > before) own = before;
    }
  }
}

function readTable(table: SyntaxNode, chunk: ChunkReader, place: Place): void {
  let header = -1;
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name === 'TableHeader') {
      header = chunk.blocks.length;
      add(row, 'header', chunk, { ...place, parent: -1 }, 0);
    } else if (row.name === 'TableRow') {
      add(row, 'row', chunk, { ...place, parent: header }, 0);
    }
  }
}

/** "**Storage**" or "**Storage:**" alone on a line serves as a heading. */
function isBoldLine(node: SyntaxNode, chunk: ChunkReader): boolean {
  const only = node.firstChild;
  if (only?.name !== 'StrongEmphasis' || only.from !== node.from) return false;
  const rest = sourceOf(chunk, only.to, node.to).trim();
  return (rest === '' || rest === ':') && only.to - only.from < 90;
}

function sourceOf(chunk: ChunkReader, from: number, to: number): string {
  return chunk.context.source.slice(chunk.context.base + from, chunk.context.base + to);
}

function add(node: SyntaxNode, kind: BlockKind, chunk: ChunkReader, place: Place, level: number): void {
  const text = sourceOf(chunk, node.from, node.to);
  const reused = chunk.context.reuse.get(text);
  const fits = reused && reused.kind === kind && reused.level === level;
  const analysis = fits ? reused : analyse(node, kind, level, text);
  chunk.blocks.push({ offset: node.from - chunk.from, analysis, ...place });
}

function analyse(node: SyntaxNode, kind: BlockKind, level: number, text: string): BlockAnalysis {
  const hidden: Range[] = [];
  const inlineCode: Range[] = [];
  const placeholders: Range[] = [];
  let language = '';
  if (kind === 'code') {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const range = { start: child.from - node.from, end: child.to - node.from };
      if (child.name === 'CodeInfo') language = text.slice(range.start, range.end).trim().toLowerCase();
      if (child.name !== 'CodeText') hidden.push(range);
    }
  } else if (kind !== 'hidden' && kind !== 'quote') {
    readInline(node, text, { hidden, inlineCode, placeholders });
  }
  return analyseBlock({ kind, text, level, language, marks: hidden, inlineCode, placeholders });
}

interface InlineRanges {
  readonly hidden: Range[];
  readonly inlineCode: Range[];
  readonly placeholders: Range[];
}

function readInline(node: SyntaxNode, text: string, { hidden, inlineCode, placeholders }: InlineRanges): void {
  const { from } = node;
  const cursor = node.cursor();
  const end = node.to;
  // `next(enter)` walks the subtree in document order; a hidden node is not entered.
  let enter = true;
  while (cursor.next(enter)) {
    if (cursor.from >= end) break;
    enter = true;
    const range = { start: cursor.from - from, end: cursor.to - from };
    if (marks.has(cursor.name)) {
      hidden.push(range);
      enter = false;
    } else if (cursor.name === 'Escape') {
      hidden.push({ start: range.start, end: range.start + 1 });
      enter = false;
    } else if (cursor.name === 'InlineCode') {
      inlineCode.push({ start: range.start + 1, end: range.end - 1 });
    } else if (cursor.name === 'Link' && isPlaceholder(text, range)) {
      hidden.push(range);
      placeholders.push(range);
      enter = false;
    }
  }
}

/**
 * `[the reason]` with no target, left from a template. A footnote mark or a number is not one, nor an interval or a list of
 * names as code has them, nor a box that an arrow leads to or from.
 */
function isPlaceholder(text: string, { start, end }: Range): boolean {
  const link = text.slice(start, end);
  if (!/^\[[a-z][^\]]{2,80}\]$/.test(link) || /[+=_*<>|^~#]|\d[a-z]|[a-z]\d/.test(link)) return false;
  return (
    !/[>→]\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start)) &&
    !/^\s{0,2}(?:[-=]+>|→)/.test(text.slice(end, end + 8))
  );
}
