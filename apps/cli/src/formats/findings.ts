import { numberMessage, numberTitles } from '@rubricate/core/review';
import type { Judged } from '../judge.ts';
import { placeOf } from './place.ts';

/** One thing to change, at its place, for tools that list findings. */
export interface Finding {
  readonly ref: string;
  readonly level: 'warning' | 'note';
  readonly range: { readonly start: number; readonly end: number };
  readonly title: string;
  readonly message: string;
  /** Why the writer has put it aside, where that is so. */
  readonly dismissed: string | undefined;
}

/** Numbers that do not hold, pitfalls that stand, then what the level asks for and the text lacks or shows in part. */
export function allFindingsOf(judged: Judged): readonly Finding[] {
  const { review } = judged;
  const pitfalls = review.pitfalls
    .filter(({ present }) => present)
    .map(
      ({ pitfall, evidence, anchor, dismissed }): Finding => ({
        ref: pitfall.ref,
        level: 'warning',
        range: evidence[0] ?? anchor,
        title: pitfall.title,
        message: pitfall.hint,
        dismissed,
      }),
    );
  const criteria = review.criteria
    .filter(({ status, expected, criterion }) => status !== 'met' && expected && criterion.weight > 0)
    .map((found): Finding => {
      const { criterion, status, evidence, anchor, dismissed } = found;
      const partial = status === 'partial';
      return {
        ref: criterion.ref,
        level: partial ? 'note' : 'warning',
        range: partial ? (evidence[0] ?? anchor) : anchor,
        title: `${criterion.title}: ${status}`,
        message: partial
          ? `Shown in part. In full: ${criterion.earns.met}`
          : `${criterion.hint} ${placeOf(found, judged)}`,
        dismissed,
      };
    });
  const numbers = review.numbers.map(
    (number): Finding => ({
      ref: number.ref,
      level: 'warning',
      range: number.range,
      title: numberTitles[number.kind],
      message: numberMessage(number),
      dismissed: number.dismissed,
    }),
  );
  return [...numbers, ...pitfalls, ...criteria];
}

export function findingsOf(judged: Judged): readonly Finding[] {
  return allFindingsOf(judged).filter(({ dismissed }) => dismissed === undefined);
}
