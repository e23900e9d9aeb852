import type { Section } from '../evidence/index.ts';
import type { Answer, Range } from '../text/index.ts';

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
  const whole: Range = { start: 0, end: answer.length };
  const entry = answer.frontMatter?.entries.find(({ key }) => key === 'dismiss');
  if (Array.isArray(entry?.value)) {
    for (const ref of entry.value) dismissals.push({ ref: String(ref), reason: '', scope: whole });
  } else if (entry?.value && typeof entry.value === 'object') {
    for (const [ref, reason] of Object.entries(entry.value))
      dismissals.push({ ref, reason: String(reason), scope: whole });
  }
  for (const index of dismissing) {
    const { start, chunk } = answer.chunks[index] as (typeof answer.chunks)[number];
    for (const block of chunk.blocks) {
      const { text } = block.analysis;
      const at = start + block.offset;
      for (const found of readComments(text)) {
        // Comments one below the other all speak of what follows them.
        const next = answer.chunks
          .slice(index + 1)
          .find(({ chunk }) => chunk.blocks.some(({ analysis }) => analysis.kind !== 'hidden'));
        const scope =
          found.reach === 'file'
            ? whole
            : found.reach === 'section'
              ? (sections.findLast((section) => section.start <= at) ?? whole)
              : { start: at, end: next ? next.start + next.chunk.length : at + text.length };
        dismissals.push({ ref: found.ref, reason: found.reason, scope: { start: scope.start, end: scope.end } });
      }
    }
  }
  return dismissals;
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
