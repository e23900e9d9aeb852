import { type Tree, TreeFragment } from '@lezer/common';
import type { Block, BlockAnalysis, Chunk, PlacedChunk } from './block.ts';
import { type FrontMatter, frontMatterEnd, frontMatterReach, readFrontMatter } from './front-matter.ts';
import { type ChunkContext, parseMarkdown, readChunk } from './markdown.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** Replaces `[start, end)` of the text by `insert`. UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** A Markdown text as the engine sees it. Immutable; `edit` gives the next version and keeps what did not change. */
export interface Answer {
  /** The whole text; joined on first use, so prefer `slice` where a part will do. */
  readonly text: string;
  readonly length: number;
  slice(start: number, end: number): string;
  readonly frontMatter: FrontMatter | undefined;
  /** Where Markdown starts, after the front matter. */
  readonly bodyStart: number;
  readonly chunks: readonly PlacedChunk[];
  edit(changes: readonly TextChange[]): Answer;
}

interface State {
  readonly source: SourceText;
  readonly bodyStart: number;
  readonly frontMatter: FrontMatter | undefined;
  readonly tree: Tree;
  readonly chunks: readonly PlacedChunk[];
  /** Whether a carriage return stands without a line feed; such texts are read anew at every edit. */
  readonly loneReturns: boolean;
}

/** Texts above this size are not judged. */
export const sizeLimit = 2_000_000;

/** Reads a text from scratch. */
export function readAnswer(text: string): Answer {
  return wrap(fullState(text));
}

function wrap(state: State): Answer {
  return {
    get text() {
      return state.source.toString();
    },
    length: state.source.length,
    slice: state.source.slice,
    frontMatter: state.frontMatter,
    bodyStart: state.bodyStart,
    chunks: state.chunks,
    edit: (changes) => wrap(changes.reduce(editState, state)),
  };
}

function fullState(text: string): State {
  const bodyStart = frontMatterEnd(text);
  const loneReturns = text.includes('\r') && /\r(?!\n)/.test(text);
  const body = text.slice(bodyStart);
  // The parser knows no lone carriage return; every other line ending it reads as it stands.
  const tree = parseMarkdown(loneReturns ? body.replace(/\r(?!\n)/g, '\n') : body);
  const source = sourceText(text);
  const context: ChunkContext = { source, base: bodyStart, reuse: new Map() };
  const chunks: PlacedChunk[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    chunks.push({ start: bodyStart + node.from, chunk: readChunk(node, context) });
  }
  return { source, bodyStart, frontMatter: readFrontMatter(text), tree, chunks, loneReturns };
}

function editState(state: State, change: TextChange): State {
  const start = Math.max(0, Math.min(change.start, state.source.length));
  const end = Math.max(start, Math.min(change.end, state.source.length));
  const source = state.source.edit(start, end, change.insert);
  const inserted = change.insert.length;
  // An edit in or right behind the front matter may move its end, and one further down may close what was only opened:
  // read everything anew (the front matter is short and the edit rare). The same for lone carriage returns, which the
  // parser is not fed as they stand.
  const touchesHead = start <= state.bodyStart + 1 || (state.bodyStart === 0 && closesFrontMatter(source));
  if (touchesHead || state.loneReturns || hasLoneReturn(source, start, start + inserted)) {
    return fullState(source.toString());
  }
  const base = state.bodyStart;
  const edited = firstEdited(state.chunks, start);
  const from = parsedFrom(state.chunks, edited, start) - base;
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(state.tree), [
    { fromA: from, toA: end - base, fromB: from, toB: start - base + inserted },
  ]);
  const tree = parseMarkdown(source.input(base), fragments);
  const chunks = mergeChunks({ state, tree, source, edited, end, delta: inserted - (end - start) });
  return { source, bodyStart: base, frontMatter: state.frontMatter, tree, chunks, loneReturns: false };
}

function closesFrontMatter(source: SourceText): boolean {
  return frontMatterEnd(source.slice(0, frontMatterReach)) > 0;
}

/** Whether an edit that left `[start, end)` made a carriage return stand alone, in it or at its borders. */
function hasLoneReturn(source: SourceText, start: number, end: number): boolean {
  // The last character looked at may be the first half of a line break that was there before.
  const to = source.slice(end, end + 2) === '\r\n' ? end + 2 : end + 1;
  return /\r(?!\n)/.test(source.slice(Math.max(0, start - 1), to));
}

/** The index of the first chunk that an edit at a place may change; the number of chunks when it lies behind them all. */
function firstEdited(chunks: readonly PlacedChunk[], start: number): number {
  let index = 0;
  while (index < chunks.length && chunkEnd(chunks[index] as PlacedChunk) < start) index++;
  return index;
}

/**
 * Where the text must be parsed again for an edit at a place. The parser steps back some way by itself, but not over a long
 * header of a table: when that is none any more, its line belongs to the paragraph right above it.
 */
function parsedFrom(chunks: readonly PlacedChunk[], edited: number, start: number): number {
  const table = chunks[edited];
  const above = chunks[edited - 1];
  const isJoined = table?.chunk.type === 'Table' && above !== undefined && table.start - chunkEnd(above) <= 2;
  return isJoined ? above.start : start;
}

interface Merge {
  readonly state: State;
  readonly tree: Tree;
  readonly source: SourceText;
  /** The index of the first chunk that the edit may change. */
  readonly edited: number;
  readonly end: number;
  readonly delta: number;
}

/**
 * Keeps the chunks before the edit and, from where the new tree runs in step with the old one again, those after it;
 * between them, reads the new nodes. Markdown carries no state over a top-level boundary, so two boundaries in step mean
 * that the rest is.
 */
function mergeChunks(merge: Merge): readonly PlacedChunk[] {
  const { state, tree, source, edited, end, delta } = merge;
  const old = state.chunks;
  // A line before the edit may join it (setext underline, lazy continuation): step back over two chunks.
  const kept = Math.max(0, edited - 2);
  const chunks: PlacedChunk[] = old.slice(0, kept);
  const resume = kept > 0 ? chunkEnd(old[kept - 1] as PlacedChunk) : 0;
  let behind = kept;
  while (behind < old.length && (old[behind] as PlacedChunk).start < end) behind++;
  const reread = old.slice(kept, behind + 1);
  const context: ChunkContext = { source, base: state.bodyStart, reuse: analysesOf(reread) };
  let node = tree.topNode.childAfter(Math.max(0, resume - state.bodyStart));
  while (node && state.bodyStart + node.from < resume) node = node.nextSibling;
  let inStep = 0;
  for (; node; node = node.nextSibling) {
    const nodeStart = state.bodyStart + node.from;
    while (behind < old.length && (old[behind] as PlacedChunk).start + delta < nodeStart) behind++;
    const candidate = old[behind];
    const same =
      candidate !== undefined &&
      candidate.start >= end &&
      candidate.start + delta === nodeStart &&
      candidate.chunk.type === node.name &&
      candidate.chunk.length === node.to - node.from;
    if (same) {
      chunks.push(delta === 0 ? candidate : { start: nodeStart, chunk: candidate.chunk });
      behind++;
      inStep++;
      if (inStep === 3) {
        for (let rest = behind; rest < old.length; rest++) {
          const later = old[rest] as PlacedChunk;
          chunks.push(delta === 0 ? later : { start: later.start + delta, chunk: later.chunk });
        }
        return chunks;
      }
    } else {
      inStep = 0;
      const chunk = readChunk(node, context);
      // What was read from a chunk is kept with the chunk itself, so one that turns out the same stays the same object.
      const before = reread.find((placed) => placed.start === nodeStart && isAlike(placed.chunk, chunk));
      chunks.push(before ?? { start: nodeStart, chunk });
    }
  }
  return chunks;
}

function isAlike(a: Chunk, b: Chunk): boolean {
  return (
    a.type === b.type &&
    a.length === b.length &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every(({ analysis, offset, depth, ordered, parent }, index) => {
      const other = b.blocks[index] as Block;
      return (
        analysis === other.analysis &&
        offset === other.offset &&
        depth === other.depth &&
        ordered === other.ordered &&
        parent === other.parent
      );
    })
  );
}

function chunkEnd(placed: PlacedChunk): number {
  return placed.start + placed.chunk.length;
}

function analysesOf(placed: readonly PlacedChunk[]): ReadonlyMap<string, BlockAnalysis> {
  const analyses = new Map<string, BlockAnalysis>();
  for (const { chunk } of placed) for (const block of chunk.blocks) analyses.set(block.analysis.text, block.analysis);
  return analyses;
}
