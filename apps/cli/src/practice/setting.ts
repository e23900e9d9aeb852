import type { Pack, WorkspaceConfig } from '@rubricate/core/model';
import {
  type Claim,
  type NoTarget,
  type PracticeTarget,
  type PrepPlan,
  type Progress,
  practiceTarget,
  prepPlan,
} from '@rubricate/core/practice';
import { journalIn, readJournal, tellJournal } from '../journal.ts';
import { readShippedPacks, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeWorkspaces } from '../workspace.ts';

/** What a person prepares for in the current folder, and what they have done of it. */
export interface PracticeSetting {
  readonly target: PracticeTarget;
  readonly packs: readonly Pack[];
  readonly config: WorkspaceConfig;
  readonly progress: Progress;
  readonly today: string;
  /** Something of the workspace could not be read; it was told. */
  readonly troubled: boolean;
}

/** Reads `rubricate.yaml` and the journal beside it. What is wrong is told on standard error; undefined where no target is named. */
export function practiceSetting(
  today: string | undefined,
  { io, installation }: Printing,
): PracticeSetting | undefined {
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { folder, config, library } = workspaces.of(io.cwd);
  tellProblems(workspaces.problems, io);
  const reading = practiceTarget(config, library);
  if (!reading.ok) {
    const targets = library.packs
      .filter((pack) => pack.extends?.length)
      .map(({ company, role }) => `${company} ${role}`);
    io.error(
      `rubricate: ${noTargetText(reading.reason)}${targets.length > 0 ? ` There are: ${targets.join(', ')}.` : ''}\n`,
    );
    return undefined;
  }
  const journal = journalIn(folder ?? io.cwd);
  const { progress, problems } = readJournal(journal);
  tellJournal(journal, problems, io);
  return {
    target: reading.target,
    packs: library.packs,
    config,
    progress,
    today: today ?? dayOf(new Date()),
    troubled: problems.length > 0 || workspaces.problems.length > 0,
  };
}

function noTargetText({ code, name }: NoTarget): string {
  switch (code) {
    case 'not-set':
      return 'nothing says what you prepare for. Write company, role and level into rubricate.yaml.';
    case 'unknown-company':
      return `no pack is for the company "${name}" of rubricate.yaml.`;
    case 'unknown-role':
      return `no pack is for the role "${name}" of rubricate.yaml.`;
    case 'unknown-level':
      return `the ladder has no level "${name}", which rubricate.yaml names.`;
  }
}

export interface PlanAsked {
  readonly date?: string;
  readonly hours?: number;
  readonly background?: string;
}

/** The plan for a setting; what is asked comes before what `rubricate.yaml` says. */
export function planFor(
  { target, packs, config, progress, today }: PracticeSetting,
  asked: PlanAsked,
): PrepPlan | undefined {
  return prepPlan({
    pack: target.pack,
    packs,
    today,
    interview: asked.date ?? config.interview,
    hoursAWeek: asked.hours ?? config.hoursAWeek,
    background: asked.background ?? config.background,
    ticks: progress.ticks,
    dayOf: (at) => dayOf(new Date(at)),
  });
}

/** The day of an instant where the command runs, as `2026-11-21`. */
function dayOf(at: Date): string {
  const year = String(at.getFullYear()).padStart(4, '0');
  return [year, ...[at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Where something was read, its date and how far it is borne out. */
export function claimText({ source, state }: Claim): string {
  if (!source) return '';
  return [`${source.publisher} [${source.id}], ${source.date}`, ...(state ? [state] : [])].join(' · ');
}

export function daysText(days: number | undefined, interview: string | undefined): string {
  if (days === undefined) return 'no interview date';
  if (days === 0) return 'the interview is today';
  if (days === 1) return 'the interview is tomorrow';
  return days < 0 ? `the interview was on ${interview}` : `${days} days to the interview on ${interview}`;
}
