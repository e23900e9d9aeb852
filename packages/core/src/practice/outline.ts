import type { Pack, Question, Round } from '../model/index.ts';
import { type Trend, trendOf } from './attempt.ts';
import { type Claim, claimOf } from './claim.ts';
import type { AttemptRecorded } from './events.ts';
import type { Progress } from './fold.ts';
import { withBases } from './lineage.ts';

export interface QuestionProgress {
  readonly id: string;
  /** Undefined where no loaded pack has the question any more; its attempts are shown all the same. */
  readonly question: Question | undefined;
  readonly pack: Pack | undefined;
  readonly state: 'not-started' | 'attempted';
  /** Oldest first. */
  readonly attempts: readonly AttemptRecorded[];
  readonly last: AttemptRecorded | undefined;
  readonly trend: Trend;
}

export interface RoundProgress {
  readonly round: Round;
  readonly claim: Claim;
  readonly questions: readonly QuestionProgress[];
  /** The sources name no question for this round; these come from the packs it builds on and share its rubric. */
  readonly borrowed: boolean;
  readonly attempted: number;
}

export interface QuestionGroup {
  /** `other-rounds`: of rounds not held at this level; `pack`: of a pack, in no round; `elsewhere`: attempted, of no pack of the target. */
  readonly kind: 'other-rounds' | 'pack' | 'elsewhere';
  readonly pack: Pack | undefined;
  readonly questions: readonly QuestionProgress[];
  readonly attempted: number;
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
}

/** Everything there is to practise for a target, with what was done of it. */
export function outlineOf({ packs, target, progress }: OutlineOptions): Outline {
  const lineage = target ? withBases(target.pack, packs) : [];
  const rounds = (target?.pack.loop?.rounds ?? []).filter(
    ({ levels }) => !levels || levels.includes(target?.level ?? ''),
  );
  const placed = new Set<string>();
  const take = (pack: Pack, wanted: (question: Question) => boolean): readonly QuestionProgress[] => {
    const questions = (pack.questions ?? []).filter((question) => !placed.has(question.id) && wanted(question));
    for (const { id } of questions) placed.add(id);
    return questions.map((question) => progressOf(question.id, progress, pack, question));
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
      attempted: attempted(all),
    };
  });
  const groups: QuestionGroup[] = [];
  const group = (kind: QuestionGroup['kind'], pack: Pack | undefined, questions: readonly QuestionProgress[]): void => {
    if (questions.length > 0) groups.push({ kind, pack, questions, attempted: attempted(questions) });
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
        progress,
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

function attempted(questions: readonly QuestionProgress[]): number {
  return questions.filter(({ state }) => state === 'attempted').length;
}

function progressOf(
  id: string,
  progress: Progress,
  pack: Pack | undefined,
  question: Question | undefined,
): QuestionProgress {
  const attempts = progress.attempts.get(id) ?? [];
  return {
    id,
    question,
    pack,
    state: attempts.length > 0 ? 'attempted' : 'not-started',
    attempts,
    last: attempts.at(-1),
    trend: trendOf(attempts),
  };
}

/** Whole days from one date to another, both as `2026-11-21`; negative once it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
