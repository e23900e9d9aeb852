import { hireSignals } from '../model/index.ts';
import type { AttemptRecorded } from './events.ts';
import type { Outline, QuestionProgress } from './outline.ts';
import { seededRandom } from './random.ts';

/** How a question to practise can be chosen for somebody. */
export const suggestionKinds = ['due', 'weakest', 'untried', 'random'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly question: QuestionProgress;
}

/** Days until a question is worth another attempt, by how the last one went. */
const daysUntilDue: Readonly<Record<AttemptRecorded['review']['hire']['signal'], number>> = {
  'strong-no': 2,
  'lean-no': 4,
  'lean-yes': 8,
  'strong-yes': 16,
};

/**
 * What to practise next, one suggestion of each kind that there is a question for: the one longest overdue for another
 * attempt, the weakest, the first of the loop not tried yet, and one by chance. Questions of rounds that are not held at the
 * target's level, and those of no pack any more, are not suggested.
 *
 * @param now the moment, in milliseconds; with the seed it decides everything.
 */
export function suggestQuestions(
  { rounds, groups }: Outline,
  { now, seed }: { readonly now: number; readonly seed: number },
): readonly Suggestion[] {
  const loop = rounds.flatMap(({ questions }) => questions);
  const all = [...loop, ...groups.filter(({ kind }) => kind === 'pack').flatMap(({ questions }) => questions)];
  const pool = loop.length > 0 ? loop : all;
  const tried = all.flatMap((question) => (question.last ? [{ question, last: question.last }] : []));
  const overdue = tried.map((one) => ({ ...one, by: overdueBy(one.last, now) })).filter(({ by }) => by >= 0);
  const random = seededRandom(seed);
  const found: Readonly<Record<SuggestionKind, QuestionProgress | undefined>> = {
    due: least(overdue, ({ by }) => -by)?.question,
    weakest: least(tried, ({ last }) => standing(last))?.question,
    untried: pool.find(({ last }) => !last) ?? all.find(({ last }) => !last),
    random: pool[Math.floor(random() * pool.length)],
  };
  return suggestionKinds.flatMap((kind) => {
    const question = found[kind];
    return question ? [{ kind, question }] : [];
  });
}

const dayMs = 86_400_000;

/** For how many milliseconds a question has been worth another attempt; negative where it is not yet. */
export function overdueBy(last: AttemptRecorded, now: number): number {
  return now - Date.parse(last.at) - daysUntilDue[last.review.hire.signal] * dayMs;
}

/** The signal first, then the share of what is expected that was met. */
export function standing({ review }: AttemptRecorded): number {
  const expected = review.criteria.filter((criterion) => criterion.expected);
  const met = expected.filter(({ status }) => status === 'met').length;
  return hireSignals.indexOf(review.hire.signal) * 2 + (expected.length === 0 ? 0 : met / expected.length);
}

/** The first of those for which it is least. */
function least<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || of(item) < of(best)) best = item;
  return best;
}
