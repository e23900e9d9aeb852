import type { Quantity } from './quantities.ts';
import type { Tokens } from './tokens.ts';

/**
 * heading   an ATX or setext heading, or a paragraph that is nothing but bold text (level 7)
 * item      the text of one list item (nested items are blocks of their own)
 * row       one table row; `header` for the first
 * code      a fenced or indented block, read line by line
 * quote     a block quote: another's words
 * hidden    comments and raw HTML
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'header' | 'row' | 'code' | 'quote' | 'hidden';

/** The smallest piece that can be evidence: a sentence, a list item's sentence, a table row, a line of code. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Half-open range of the block's tokens. */
  readonly firstToken: number;
  readonly lastToken: number;
  readonly question: boolean;
  /** A template placeholder stands in it. */
  readonly unfinished: boolean;
}

/** Everything about a block that depends on its own text alone. Offsets count from the start of the block. */
export interface BlockAnalysis {
  readonly kind: BlockKind;
  readonly length: number;
  /** 1–6 for headings, 7 for bold lines that serve as one, 0 otherwise. */
  readonly level: number;
  readonly units: readonly Unit[];
  readonly tokens: Tokens;
  readonly quantities: readonly Quantity[];
  /** The block's source text. */
  readonly text: string;
  /** The text with mark-up, link targets and template leftovers replaced by spaces; same length. */
  readonly masked: string;
  /** Inline code, without its marks; data, such as an endpoint named in a sentence. */
  readonly inlineCode: readonly { readonly start: number; readonly end: number }[];
  /** Info string of a fence (`sql`, `mermaid`), lower case. */
  readonly language: string;
  /** Whether the text ends as an introduction to what follows (a colon). */
  readonly introduces: boolean;
}

/** A block in its chunk. */
export interface Block {
  /** From the start of the chunk. */
  readonly offset: number;
  readonly analysis: BlockAnalysis;
  /** Depth in nested lists, from 1; 0 outside lists. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Index in the chunk of the item this one is nested under, or of the table's header row; -1 for none. */
  readonly parent: number;
}

/** One top-level Markdown construct with its blocks; shared between versions of a text while it does not change. */
export interface Chunk {
  readonly type: string;
  readonly length: number;
  readonly blocks: readonly Block[];
}

export interface PlacedChunk {
  /** UTF-16 offset in the source text. */
  readonly start: number;
  readonly chunk: Chunk;
}
