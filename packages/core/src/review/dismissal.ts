import type { Section, Span } from '../evidence/index.ts';
import type { Answer, PlacedChunk, Range } from '../text/index.ts';

/** A hint that the writer has put aside, with where that holds. */
export interface Dismissal {
  readonly ref: string;
  readonly reason: string;
  readonly scope: Range;
}

/**
 * Dismissals of a text: the front matter's `dismiss` for the whole file, and comments:
 * `<!-- rubricate-dismiss system-design/scope: reason -->` for the next block, `rubricate-dismiss-section` for the section
 * it stands in, `rubricate-dismiss-file` for all.
 */
export function readDismissals(
  answer: Answer,
  sections: readonly Section[],
  dismissing: readonly number[],
): readonly Dismissal[] {
  const dismissals: Dismissal[] = [];
  // Scopes are half-open; what is anchored at the very end of a text is still in it.
  const whole: Range = { start: 0, end: answer.length + 1 };
  const entry = answer.frontMatter?.entries.find(({ key }) => key === 'dismiss');
  if (Array.isArray(entry?.value)) {
    for (const ref of entry.value) dismissals.push({ ref: String(ref), reason: '', scope: whole });
  } else if (entry?.value && typeof entry.value === 'object') {
    for (const [ref, reason] of Object.entries(entry.value))
      dismissals.push({ ref, reason: String(reason), scope: whole });
  }
  const visibleAfter = nextVisible(answer, dismissing);
  for (const [position, index] of dismissing.entries()) {
    const { start, chunk } = answer.chunks[index] as (typeof answer.chunks)[number];
    for (const block of chunk.blocks) {
      const { text } = block.analysis;
      const at = start + block.offset;
      for (const found of readComments(text)) {
        const next = visibleAfter[position];
        const scope =
          found.reach === 'file'
            ? whole
            : found.reach === 'section'
              ? (sectionAt(sections, at) ?? whole)
              : { start: at, end: next ? next.start + next.chunk.length : at + text.length };
        dismissals.push({ ref: found.ref, reason: found.reason, scope: { start: scope.start, end: scope.end } });
      }
    }
  }
  return dismissals;
}

/**
 * For each of some chunks, the first after it that shows anything: comments one below the other all speak of what follows
 * them. Walked from the end, so that a text of nothing but comments costs one pass.
 */
function nextVisible(answer: Answer, indexes: readonly number[]): readonly (PlacedChunk | undefined)[] {
  const found = new Array<PlacedChunk | undefined>(indexes.length);
  let next: PlacedChunk | undefined;
  let at = answer.chunks.length - 1;
  for (let position = indexes.length - 1; position >= 0; position--) {
    for (; at > (indexes[position] as number); at--) {
      const placed = answer.chunks[at] as PlacedChunk;
      if (placed.chunk.blocks.some(({ analysis }) => analysis.kind !== 'hidden')) next = placed;
    }
    found[position] = next;
  }
  return found;
}

/** The section a place stands in; sections are in the order of the text. */
function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] as Section).start <= at) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

const comment =
  /<!--\s{0,4}rubricate-dismiss(-section|-file)?\s{1,4}([a-z0-9-]+\/[a-z0-9-]+)\s{0,4}:?([^<>]{0,300})-->/g;

function readComments(
  text: string,
): readonly { readonly reach: 'block' | 'section' | 'file'; readonly ref: string; readonly reason: string }[] {
  return [...text.matchAll(comment)].map((match) => ({
    reach: match[1] === '-file' ? 'file' : match[1] === '-section' ? 'section' : 'block',
    ref: match[2] as string,
    reason: (match[3] ?? '').trim(),
  }));
}

/** The reason with which something at a place was put aside; undefined where it was not. */
export function dismissalOf(ref: string, at: Span, dismissals: readonly Dismissal[]): string | undefined {
  return dismissals.find(
    (dismissal) => dismissal.ref === ref && dismissal.scope.start <= at.start && at.start < dismissal.scope.end,
  )?.reason;
}
