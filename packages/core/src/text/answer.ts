import { type Tree, TreeFragment } from '@lezer/common';
import type { BlockAnalysis, PlacedChunk } from './block.ts';
import { type FrontMatter, frontMatterEnd, readFrontMatter } from './front-matter.ts';
import { type ChunkContext, parseMarkdown, readChunk } from './markdown.ts';

/** Replaces `[start, end)` of the text by `insert`. UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** A Markdown text as the engine sees it. Immutable; `edit` gives the next version and keeps what did not change. */
export interface Answer {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Where Markdown starts, after the front matter. */
  readonly bodyStart: number;
  readonly chunks: readonly PlacedChunk[];
  edit(changes: readonly TextChange[]): Answer;
}

interface State {
  readonly text: string;
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
    text: state.text,
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
  const context: ChunkContext = { text, base: bodyStart, reuse: new Map() };
  const chunks: PlacedChunk[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    chunks.push({ start: bodyStart + node.from, chunk: readChunk(node, context) });
  }
  return { text, bodyStart, frontMatter: readFrontMatter(text), tree, chunks, loneReturns };
}

function editState(state: State, change: TextChange): State {
  const start = Math.max(0, Math.min(change.start, state.text.length));
  const end = Math.max(start, Math.min(change.end, state.text.length));
  const text = state.text.slice(0, start) + change.insert + state.text.slice(end);
  // An edit in or right behind the front matter may move its end: read everything anew (the front matter is short and
  // the edit rare). The same for lone carriage returns, which the parser is not fed as they stand.
  if (start <= state.bodyStart + 1 || state.loneReturns || bringsLoneReturn(text, start, change.insert.length)) {
    return fullState(text);
  }
  const base = state.bodyStart;
  const delta = change.insert.length - (end - start);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(state.tree), [
    { fromA: start - base, toA: end - base, fromB: start - base, toB: start - base + change.insert.length },
  ]);
  const tree = parseMarkdown(base === 0 ? text : text.slice(base), fragments);
  const chunks = mergeChunks({ state, tree, text, start, end, delta });
  return { text, bodyStart: base, frontMatter: state.frontMatter, tree, chunks, loneReturns: false };
}

function bringsLoneReturn(after: string, start: number, inserted: number): boolean {
  return /\r(?!\n)/.test(after.slice(Math.max(0, start - 1), start + inserted + 1));
}

interface Merge {
  readonly state: State;
  readonly tree: Tree;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

/**
 * Keeps the chunks before the edit and, from where the new tree runs in step with the old one again, those after it;
 * between them, reads the new nodes. Markdown carries no state over a top-level boundary, so two boundaries in step mean
 * that the rest is.
 */
function mergeChunks(merge: Merge): readonly PlacedChunk[] {
  const { state, tree, text, start, end, delta } = merge;
  const old = state.chunks;
  let kept = 0;
  while (kept < old.length && chunkEnd(old[kept] as PlacedChunk) < start) kept++;
  // A line before the edit may join it (setext underline, lazy continuation): step back over two chunks.
  kept = Math.max(0, kept - 2);
  const chunks: PlacedChunk[] = old.slice(0, kept);
  const resume = kept > 0 ? chunkEnd(old[kept - 1] as PlacedChunk) : 0;
  let behind = kept;
  while (behind < old.length && (old[behind] as PlacedChunk).start < end) behind++;
  const context: ChunkContext = { text, base: state.bodyStart, reuse: analysesOf(old.slice(kept, behind + 1)) };
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
      chunks.push({ start: nodeStart, chunk: readChunk(node, context) });
    }
  }
  return chunks;
}

function chunkEnd(placed: PlacedChunk): number {
  return placed.start + placed.chunk.length;
}

function analysesOf(placed: readonly PlacedChunk[]): ReadonlyMap<string, BlockAnalysis> {
  const analyses = new Map<string, BlockAnalysis>();
  for (const { chunk } of placed) for (const block of chunk.blocks) analyses.set(block.analysis.text, block.analysis);
  return analyses;
}
