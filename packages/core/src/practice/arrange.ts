import { overdueBy, standing } from './choose-question.ts';
import { counts, type Outline, type QuestionProgress, type QuestionState } from './outline.ts';

/** `loop`: as the interviews come; `weakest`: what is tried and not ready first; `latest`: what was practised last first. */
export const outlineOrders = ['loop', 'weakest', 'latest'] as const;
export type OutlineOrder = (typeof outlineOrders)[number];

/** Which questions show. Where a list is empty, all do; what several conditions ask must hold together. */
export interface OutlineFilter {
  readonly states: readonly QuestionState[];
  /** Ids of rounds. */
  readonly rounds: readonly string[];
  /** Only what is worth another attempt, or is among the questions that `Moment.planned` names. */
  readonly due: boolean;
  /** Words that all stand in the title or id of a question or in the title of its round, whatever their case and accents. */
  readonly text: string;
}

export const noFilter: OutlineFilter = { states: [], rounds: [], due: false, text: '' };

/** Whether the filter could leave anything out. */
export function isFiltering({ states, rounds, due, text }: OutlineFilter): boolean {
  return states.length > 0 || rounds.length > 0 || due || text.trim() !== '';
}

export interface Moment {
  /** In milliseconds. */
  readonly now: number;
  /** Questions that are asked for now, by their ids. */
  readonly planned: ReadonlySet<string>;
}

/** An outline with what a filter lets through, in another order. Rounds of which nothing is left are left out. */
export function arrange(outline: Outline, filter: OutlineFilter, order: OutlineOrder, moment: Moment): Outline {
  const narrow = <T extends { readonly questions: readonly QuestionProgress[] }>(
    groups: readonly T[],
    title: (group: T) => string,
    isWanted: (group: T) => boolean,
  ): readonly T[] => {
    if (!isFiltering(filter)) return inOrder(groups, order);
    const left = groups.filter(isWanted).map((group) => {
      const questions = group.questions.filter((question) => passes(question, title(group), filter, moment));
      return { ...group, questions, ...counts(questions) };
    });
    return inOrder(
      left.filter(({ questions }) => questions.length > 0),
      order,
    );
  };
  const ofRound = (id: string): boolean => filter.rounds.length === 0 || filter.rounds.includes(id);
  return {
    rounds: narrow(
      outline.rounds,
      ({ round }) => round.title,
      ({ round }) => ofRound(round.id),
    ),
    groups: narrow(
      outline.groups,
      ({ pack }) => pack?.title ?? '',
      () => filter.rounds.length === 0,
    ),
  };
}

function passes(progress: QuestionProgress, title: string, filter: OutlineFilter, { now, planned }: Moment): boolean {
  const { id, question, state, last } = progress;
  if (filter.states.length > 0 && !filter.states.includes(state)) return false;
  if (filter.due && !planned.has(id) && !(last && overdueBy(last, now) >= 0)) return false;
  return hasWords([question?.title ?? '', id, title].join(' '), filter.text);
}

/** Whether all words of a search stand in a text, whatever their case and accents. */
export function hasWords(text: string, search: string): boolean {
  const plainText = plain(text);
  return plain(search)
    .split(/\s+/)
    .every((word) => plainText.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function inOrder<T extends { readonly questions: readonly QuestionProgress[] }>(
  groups: readonly T[],
  order: OutlineOrder,
): readonly T[] {
  if (order === 'loop') return groups;
  const rank = order === 'weakest' ? weakness : latest;
  return groups
    .map((group) => ({ ...group, questions: [...group.questions].sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => rankOf(a, rank) - rankOf(b, rank));
}

/** A round stands where its first question puts it; one without any comes last. */
function rankOf(
  { questions: [first] }: { readonly questions: readonly QuestionProgress[] },
  rank: typeof weakness,
): number {
  return first ? rank(first) : Number.MAX_VALUE;
}

/** What was tried and is not enough, the weakest first; then what is begun; then what is not known; what is ready is last. */
function weakness({ state, last, draft }: QuestionProgress): number {
  if (last) return standing(last) + (state === 'ready' ? 1_000 : 0);
  return draft ? 100 : 200;
}

function latest({ last, draft }: QuestionProgress): number {
  if (last) return -Date.parse(last.at);
  return draft ? 1 : 2;
}
