import { bars, type Level, type Pack, type Question, type Round } from '../model/index.ts';
import { type Trend, trendOf } from './attempt.ts';
import { type Claim, claimOf } from './claim.ts';
import type { AttemptRecorded } from './events.ts';
import type { Progress } from './fold.ts';
import { withBases } from './lineage.ts';

/** How many of the criteria that are expected an answer meets, in full and in part. */
export interface Coverage {
  readonly met: number;
  readonly partial: number;
  readonly expected: number;
}

/** An answer that is being written: a file that names its question. */
export interface Draft {
  /** Its address or path, as the caller names files. */
  readonly file: string;
  readonly text: string;
  /** Left out while it is not to be told. */
  readonly coverage: Coverage | undefined;
}

/**
 * `in-progress`: a file answers it or an attempt was made, but nothing recorded is enough; `ready`: the last attempt is, at
 * the target's level.
 */
export const questionStates = ['not-started', 'in-progress', 'ready'] as const;
export type QuestionState = (typeof questionStates)[number];

export interface QuestionProgress {
  readonly id: string;
  /** Undefined where no loaded pack has the question any more; its attempts are shown all the same. */
  readonly question: Question | undefined;
  readonly pack: Pack | undefined;
  readonly state: QuestionState;
  /** Oldest first. */
  readonly attempts: readonly AttemptRecorded[];
  readonly last: AttemptRecorded | undefined;
  readonly trend: Trend;
  /** What is being written and not recorded as it stands. */
  readonly draft: Draft | undefined;
}

export interface RoundProgress {
  readonly round: Round;
  readonly claim: Claim;
  readonly questions: readonly QuestionProgress[];
  /** The sources name no question for this round; these come from the packs it builds on and share its rubric. */
  readonly borrowed: boolean;
  readonly attempted: number;
  readonly ready: number;
}

export interface QuestionGroup {
  /** `other-rounds`: of rounds not held at this level; `pack`: of a pack, in no round; `elsewhere`: attempted, of no pack of the target. */
  readonly kind: 'other-rounds' | 'pack' | 'elsewhere';
  readonly pack: Pack | undefined;
  readonly questions: readonly QuestionProgress[];
  readonly attempted: number;
  readonly ready: number;
}

export interface Outline {
  readonly rounds: readonly RoundProgress[];
  readonly groups: readonly QuestionGroup[];
}

export interface OutlineOptions {
  readonly packs: readonly Pack[];
  /** The target's pack and level; with none, only what was attempted shows. */
  readonly target: { readonly pack: Pack; readonly level: string } | undefined;
  readonly progress: Progress;
  /** What is being written, by question; those that are recorded as they stand do not count. */
  readonly drafts?: ReadonlyMap<string, Draft>;
}

/** Everything there is to practise for a target, with what was done of it. */
export function outlineOf({ packs, target, progress, drafts }: OutlineOptions): Outline {
  const level = target?.pack.levels.find(({ id }) => id === target.level);
  const progressOf = (id: string, pack: Pack | undefined, question: Question | undefined): QuestionProgress => {
    const attempts = progress.attempts.get(id) ?? [];
    const last = attempts.at(-1);
    const written = drafts?.get(id);
    const draft = written && attempts.some(({ text }) => text === written.text) ? undefined : written;
    const isReady = last !== undefined && isEnough(last, target && level && { pack: target.pack, level }, packs);
    const state = isReady ? 'ready' : last || draft ? 'in-progress' : 'not-started';
    return { id, question, pack, state, attempts, last, trend: trendOf(attempts), draft };
  };
  const lineage = target ? withBases(target.pack, packs) : [];
  const rounds = (target?.pack.loop?.rounds ?? []).filter(
    ({ levels }) => !levels || levels.includes(target?.level ?? ''),
  );
  const placed = new Set<string>();
  const take = (pack: Pack, wanted: (question: Question) => boolean): readonly QuestionProgress[] => {
    const questions = (pack.questions ?? []).filter((question) => !placed.has(question.id) && wanted(question));
    for (const { id } of questions) placed.add(id);
    return questions.map((question) => progressOf(question.id, pack, question));
  };
  // First the rounds' own, so that no round borrows what belongs to another.
  const own = rounds.map((round) => (target ? take(target.pack, (question) => question.round === round.id) : []));
  const shown = rounds.map((round, index): RoundProgress => {
    const questions = own[index] ?? [];
    const borrowed =
      questions.length > 0 || round.silent
        ? []
        : lineage.flatMap((pack) => take(pack, (question) => question.round === undefined && shares(question, round)));
    const all = borrowed.length > 0 ? borrowed : questions;
    return {
      round,
      claim: claimOf(target?.pack, round, packs),
      questions: all,
      borrowed: borrowed.length > 0,
      ...counts(all),
    };
  });
  const groups: QuestionGroup[] = [];
  const group = (kind: QuestionGroup['kind'], pack: Pack | undefined, questions: readonly QuestionProgress[]): void => {
    if (questions.length > 0) groups.push({ kind, pack, questions, ...counts(questions) });
  };
  if (target)
    group(
      'other-rounds',
      target.pack,
      take(target.pack, ({ round }) => round !== undefined),
    );
  for (const pack of lineage)
    group(
      'pack',
      pack,
      take(pack, () => true),
    );
  const rest = [...progress.attempts.keys()].filter((id) => !placed.has(id)).sort();
  group(
    'elsewhere',
    undefined,
    rest.map((id) => {
      const lastPack = progress.attempts.get(id)?.at(-1)?.pack;
      const having = packs.filter((pack) => pack.questions?.some((question) => question.id === id));
      const pack = having.find((one) => one.id === lastPack) ?? having[0];
      return progressOf(
        id,
        pack,
        pack?.questions?.find((question) => question.id === id),
      );
    }),
  );
  return { rounds: shown, groups };
}

function shares(question: Question, round: Round): boolean {
  return question.rubrics.some((rubric) => round.rubrics?.includes(rubric));
}

/** How many of some questions were tried, and how many are ready. */
export function counts(questions: readonly QuestionProgress[]): { readonly attempted: number; readonly ready: number } {
  return {
    attempted: questions.filter(({ last }) => last !== undefined).length,
    ready: questions.filter(({ state }) => state === 'ready').length,
  };
}

/**
 * Whether an attempt is good enough for the target: a yes at its bar or a higher one, and no reading below it. With no
 * target, or an attempt through a ladder that is not known, the level it was made at is what counts.
 */
function isEnough(
  attempt: AttemptRecorded,
  target: { readonly pack: Pack; readonly level: Level } | undefined,
  packs: readonly Pack[],
): boolean {
  const { hire, reading } = attempt.review;
  if (hire.signal !== 'lean-yes' && hire.signal !== 'strong-yes') return false;
  const made = packs.find(({ id }) => id === attempt.pack)?.levels.find(({ id }) => id === attempt.level);
  if (!made) return target === undefined || target.level.id === attempt.level;
  const wanted = bars.indexOf((target?.level ?? made).bar);
  return bars.indexOf(made.bar) >= wanted && reading.bar !== 'below' && bars.indexOf(reading.bar) >= wanted;
}

/** What an attempt or a draft covers of what is expected of it. */
export function coverageOf(
  criteria: readonly { readonly status: 'met' | 'partial' | 'missing'; readonly expected: boolean }[],
): Coverage {
  const expected = criteria.filter((one) => one.expected);
  const of = (status: string): number => expected.filter((one) => one.status === status).length;
  return { met: of('met'), partial: of('partial'), expected: expected.length };
}

/** Whole days from one date to another, both as `2026-11-21`; negative once it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
