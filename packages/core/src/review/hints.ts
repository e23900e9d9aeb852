import type { Span } from '../evidence/index.ts';
import type { Bar } from '../model/index.ts';
import { type NumberReview, numberMessage, numberTitles } from './numbers.ts';
import type { CriterionReview, PitfallReview, Review } from './review.ts';

/** One thing shown in the editor. `code` is the criterion's or pitfall's `rubric/id`, or that of a number. */
export interface Hint {
  readonly code: string;
  readonly kind: 'pitfall' | 'missing' | 'partial' | 'number';
  readonly range: Span;
  readonly title: string;
  readonly message: string;
  /** Of a number that does not hold. */
  readonly number?: NumberReview;
}

export interface HintOptions {
  /** Pitfalls of absence are held back until the text is finished: long enough, and left alone for a while. */
  readonly finished: boolean;
  /** How many hints there may be at once. */
  readonly most: number;
}

const order: readonly Bar[] = ['mid', 'senior', 'staff'];

/**
 * The handful of hints worth showing: numbers that do not hold, pitfalls where they stand, what the role holds against a writer, then criteria that the target level asks for and the
 * text lacks, most basic first. Pitfalls leave a third of the room to what is missing, and those that stand somewhere come
 * before those of absence, which say in general what a missing criterion says in particular. Dismissed ones are left out.
 */
export function hintsOf(review: Review, options: HintOptions): readonly Hint[] {
  const most = Math.max(0, options.most);
  const pitfalls = review.pitfalls
    .filter(
      ({ present, dismissed, pitfall }) =>
        present && dismissed === undefined && (options.finished || !pitfall.absence) && pitfall.weight > 0,
    )
    .sort((a, b) => Number(a.pitfall.absence ?? false) - Number(b.pitfall.absence ?? false))
    .map(pitfallHint);
  // What the shared rubric asks for and this role holds against a writer stands where it was said.
  const turned = review.criteria
    .filter(
      ({ status, dismissed, criterion }) => criterion.weight < 0 && status !== 'missing' && dismissed === undefined,
    )
    .map(turnedHint);
  // A wrong number is wrong whatever the level asks for, and quickly mended.
  const numbers = review.numbers.filter(({ dismissed }) => dismissed === undefined).map(numberHint);
  const open = review.criteria
    .filter(
      ({ status, expected, dismissed, criterion }) =>
        status !== 'met' && expected && dismissed === undefined && criterion.weight > 0,
    )
    .sort((a, b) => importance(a) - importance(b))
    .map(criterionHint);
  const room = Math.max(Math.ceil((most * 2) / 3), most - open.length);
  const hints = [...[...numbers, ...pitfalls, ...turned].slice(0, room), ...open].slice(0, most);
  return hints.sort((a, b) => a.range.start - b.range.start);
}

/** Missing before partial, and what every level needs before what only the highest does. */
function importance({ status, criterion }: CriterionReview): number {
  return (status === 'missing' ? 0 : 10) + order.indexOf(criterion.from);
}

function numberHint(number: NumberReview): Hint {
  return {
    code: number.ref,
    kind: 'number',
    range: number.range,
    title: numberTitles[number.kind],
    message: numberMessage(number),
    number,
  };
}

function pitfallHint({ pitfall, anchor, evidence }: PitfallReview): Hint {
  return {
    code: pitfall.ref,
    kind: 'pitfall',
    range: evidence[0] ?? anchor,
    title: pitfall.title,
    message: pitfall.hint,
  };
}

function turnedHint({ criterion, anchor, evidence }: CriterionReview): Hint {
  return {
    code: criterion.ref,
    kind: 'pitfall',
    range: evidence[0] ?? anchor,
    title: criterion.title,
    message: criterion.override?.why ?? criterion.hint,
  };
}

function criterionHint({ criterion, anchor, status, evidence }: CriterionReview): Hint {
  const partial = status === 'partial';
  return {
    code: criterion.ref,
    kind: partial ? 'partial' : 'missing',
    range: partial ? (evidence[0] ?? anchor) : anchor,
    title: criterion.title,
    message: criterion.hint,
  };
}
