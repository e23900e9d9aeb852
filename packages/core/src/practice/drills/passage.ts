import type { Answer, Block, PlacedChunk } from '../../text/index.ts';
import { commentedDrill } from './comment.ts';

/** What is known of the sentences and headings of an answer, by their offsets. */
export interface Mentions {
  /** Sentences that speak of the failure. */
  readonly subject: ReadonlySet<number>;
  /** Headings that do. */
  readonly headings: ReadonlySet<number>;
  /** Sentences that speak of another failure. */
  readonly others: ReadonlySet<number>;
}

/** The sentences that can answer a failure. */
export interface Passage {
  readonly chunks: readonly PlacedChunk[];
  /** Offsets of the sentences, items and rows. */
  readonly units: ReadonlySet<number>;
}

/** Below a comment, so many paragraphs or lists are taken to answer it. */
const mostBelowComment = 6;

type Open =
  | { readonly by: 'heading'; readonly level: number }
  /** What follows counts from the sentence on that speaks of the failure. */
  | { readonly by: 'comment'; begun: boolean; left: number }
  /** The sentence before ended with a colon. */
  | { readonly by: 'introduction' };

/** With these a sentence turns to what may happen. */
const turning = new Set(['if', 'when', 'whenever', 'with', 'should', 'once', 'suppose', 'after', 'on', 'for', 'as']);

/**
 * Finds where an answer speaks of one failure: below a heading that names it, from the sentence that names it to the end of
 * its paragraph or item (and through the list it introduces), and below the failure's comment from such a sentence on. Where
 * a paragraph opens with another failure, or a sentence turns to one ("If the replicas lag"), the rest of it is not about
 * this one; that another failure follows from this one turns nothing away.
 */
export function passageOf(answer: Answer, key: string, mentions: Mentions): Passage {
  const chunks: PlacedChunk[] = [];
  const units = new Set<number>();
  let open: Open | undefined;
  for (const placed of answer.chunks) {
    const { start, chunk } = placed;
    const last = chunk.blocks.at(-1);
    const commented = chunk.blocks.map(commentedDrill).find((named) => named !== undefined);
    if (last?.analysis.kind === 'heading') {
      // Headings are kept, so that what stands under "Out of scope" is read as such.
      chunks.push(placed);
      const { level, units: titles } = last.analysis;
      if (open?.by !== 'heading' || level <= open.level) open = undefined;
      const isNamed = titles.some((unit) => mentions.headings.has(start + last.offset + unit.start));
      if (isNamed && !open) open = { by: 'heading', level };
    } else if (commented !== undefined) {
      if (commented === key) open = { by: 'comment', begun: false, left: mostBelowComment };
      else if (open?.by === 'comment') open = undefined;
    } else {
      const before = units.size;
      gather(placed, open, mentions, units);
      if (units.size > before) chunks.push(placed);
      open = next(open, last, units.size > before);
    }
  }
  return { chunks, units };
}

function next(open: Open | undefined, last: Block | undefined, isTold: boolean): Open | undefined {
  if (open?.by === 'heading') return open;
  if (open?.by === 'comment') {
    open.begun ||= isTold;
    open.left--;
    return open.left > 0 ? open : undefined;
  }
  return isTold && last?.analysis.kind === 'paragraph' && last.analysis.introduces ? { by: 'introduction' } : undefined;
}

/** Adds the sentences of a chunk that are about the failure. */
function gather({ start, chunk }: PlacedChunk, open: Open | undefined, mentions: Mentions, units: Set<number>): void {
  let isOpen = open !== undefined && (open.by !== 'comment' || open.begun);
  const told: boolean[] = [];
  for (const [index, { offset, analysis, parent }] of chunk.blocks.entries()) {
    let counts = isOpen || told[parent] === true;
    let isAway = false;
    for (const [place, unit] of analysis.units.entries()) {
      const at = start + offset + unit.start;
      if (mentions.subject.has(at)) {
        counts = true;
        isAway = false;
        if (open?.by === 'comment') isOpen = true;
      } else if (mentions.others.has(at)) {
        const isTopic = place === 0 && open?.by !== 'heading';
        isAway ||= isTopic || turning.has(analysis.tokens.word[unit.firstToken] as string);
      }
      if (counts && !isAway) units.add(at);
    }
    told[index] = counts && !isAway && analysis.kind !== 'header';
  }
}
