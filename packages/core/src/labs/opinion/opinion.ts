import type { Debrief } from '../../practice/index.ts';
import type { Status } from '../../review/index.ts';
import { findQuote, type Quote } from './quotes.ts';
import type { ModelGrade } from './reply.ts';

/** One criterion as we read it and as a model does. */
export interface OpinionRow {
  readonly ref: string;
  readonly title: string;
  readonly ours: Status;
  readonly ourQuotes: readonly Quote[];
  /** `unquoted`: it gave a grade with no quote that stands in the answer. `ungraded`: it gave none. Neither counts. */
  readonly theirs: Status | 'unquoted' | 'ungraded';
  /** The model's, each of which stands in the answer. */
  readonly quotes: readonly Quote[];
  /** How many it gave that do not. */
  readonly dropped: number;
  /** The model's own words. */
  readonly reason: string;
}

/** A model's opinion beside ours. */
export interface Opinion {
  readonly debrief: Debrief;
  /** Where the two differ, widest apart first. */
  readonly differ: readonly OpinionRow[];
  readonly agree: readonly OpinionRow[];
  /** What does not count. */
  readonly uncounted: readonly OpinionRow[];
  /** Grades for what is no criterion here; they were ignored. */
  readonly unknown: number;
}

export interface OpinionFacts {
  /** Our review, as its report has it. */
  readonly debrief: Debrief;
  readonly text: string;
  /** Where the answer begins below its front matter. */
  readonly bodyStart: number;
  readonly grades: ReadonlyMap<string, ModelGrade>;
}

const rank: Readonly<Record<Status, number>> = { missing: 0, partial: 1, met: 2 };

/** Sets a model's grades beside ours. What it says stands only on words of the answer: a quote that is not there is dropped. */
export function opinionOf({ debrief, text, bodyStart, grades }: OpinionFacts): Opinion {
  const criteria = debrief.dimensions.flatMap((dimension) => dimension.criteria);
  const rows = criteria.map(({ ref, title, status, quotes }): OpinionRow => {
    const ours = { ref, title, ours: status, ourQuotes: quotes };
    const grade = grades.get(ref);
    if (!grade) return { ...ours, theirs: 'ungraded', quotes: [], dropped: 0, reason: '' };
    // What is missing has no words to rest on.
    const given = grade.status === 'missing' ? [] : grade.quotes;
    const found = given.flatMap((quote) => findQuote(text, quote, bodyStart) ?? []);
    const kept = found.filter(({ start }, at) => found.findIndex((other) => other.start === start) === at);
    const theirs = grade.status === 'missing' || kept.length > 0 ? grade.status : 'unquoted';
    return { ...ours, theirs, quotes: kept, dropped: given.length - found.length, reason: grade.reason };
  });
  const known = new Set(criteria.map(({ ref }) => ref));
  return {
    debrief,
    differ: rows.filter((row) => apart(row) > 0).sort((a, b) => apart(b) - apart(a)),
    agree: rows.filter((row) => apart(row) === 0),
    uncounted: rows.filter((row) => Number.isNaN(apart(row))),
    unknown: [...grades.keys()].filter((ref) => !known.has(ref)).length,
  };
}

/** How far the two are apart; not a number where the model's does not count. */
function apart({ ours, theirs }: OpinionRow): number {
  if (theirs === 'unquoted' || theirs === 'ungraded') return Number.NaN;
  return Math.abs(rank[ours] - rank[theirs]);
}
