import type { Pack, Round } from '@rubricate/core/model';
import {
  arrange,
  type Draft,
  daysBetween,
  isFiltering,
  type NoTarget,
  type Outline,
  outlineOf,
  type Progress,
  type QuestionGroup,
  type RoundProgress,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { claimLine } from '../../explain/claim-words.ts';
import { escapeMarkdown } from '../../wording.ts';
import { practiceIds } from '../ids.ts';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import { aboutRow } from './about-rows.ts';
import { type Arrangement, unarranged } from './arrangement.ts';
import { questionRow } from './question-rows.ts';
import { type ProgressRow, plain } from './row.ts';

/** How the questions of the tree show: with what is being written, narrowed and ordered. */
export interface Showing {
  readonly drafts?: ReadonlyMap<string, Draft>;
  readonly arrangement?: Arrangement;
  /** Questions that the plan asks for this week. */
  readonly planned?: ReadonlySet<string>;
}

/** The rows of the tree; none where nothing is aimed at and nothing was done, which the empty view speaks of. */
export function rowsOf(
  workspace: WorkspaceTarget,
  progress: Progress,
  today: string,
  { drafts, arrangement = unarranged, planned = new Set() }: Showing = {},
): readonly ProgressRow[] {
  const target = targetOf(workspace);
  const { packs } = workspace.library;
  const whole = outlineOf({
    packs,
    target: target && { pack: target.pack, level: target.level.id },
    progress,
    ...(drafts ? { drafts } : {}),
  });
  const { filter, order } = arrangement;
  const { rounds, groups } = arrange(whole, filter, order, { now: Date.now(), planned });
  const found = isFiltering(filter) ? asFound : (row: ProgressRow) => row;
  const groupRows = groups.map((group) => found(groupRow(group, packs)));
  if (!target) {
    const reason = workspace.reading.ok ? undefined : workspace.reading.reason;
    if (reason?.code === 'not-set' && whole.groups.length === 0) return [];
    return [noTargetRow(reason), ...groupRows];
  }
  return [
    targetRow(workspace, whole, today),
    ...(isFiltering(filter) ? [] : [aboutRow(target, packs)]),
    ...rounds.map((round) => found(roundRow(round, packs))),
    ...groupRows,
  ];
}

/** What a filter finds is shown, also where the row is usually folded; by an id of its own, which nobody has folded yet. */
export function asFound(row: ProgressRow): ProgressRow {
  return { ...row, id: `${row.id}/found`, open: true };
}

function targetRow(workspace: WorkspaceTarget, { rounds }: Outline, today: string): ProgressRow {
  const target = targetOf(workspace);
  const config = workspace.settings?.config;
  const label = [target?.level.id, target?.pack.title].join(' · ');
  const days = config?.interview === undefined ? undefined : daysName(daysBetween(today, config.interview));
  const sum = (of: (round: RoundProgress) => number): number => rounds.reduce((all, round) => all + of(round), 0);
  const lines = [
    `**${escapeMarkdown(label)}**`,
    target ? escapeMarkdown(target.level.summary) : '',
    config?.interview === undefined
      ? vscode.l10n.t('No interview date is set in {0}.', 'rubricate.yaml')
      : vscode.l10n.t(
          'Interview on {0}.',
          new Date(`${config.interview}T12:00:00`).toLocaleDateString(vscode.env.language, { dateStyle: 'long' }),
        ),
    vscode.l10n.t(
      '{0} of {1} questions of the loop attempted, {2} ready.',
      sum(({ attempted }) => attempted),
      sum(({ questions }) => questions.length),
      sum(({ ready }) => ready),
    ),
    target?.pack.loop ? escapeMarkdown(target.pack.loop.about) : '',
  ];
  const description = days ?? vscode.l10n.t('no date yet');
  return {
    ...plain,
    id: 'target',
    label,
    description,
    tooltip: lines.filter(Boolean).join('\n\n'),
    spoken: vscode.l10n.t('Target: {0}, {1}', label, description),
    icon: 'target',
    kind: 'target',
    command: { id: practiceIds.setTarget, title: vscode.l10n.t('Set target') },
  };
}

/** How long there is until the interview. */
export function daysName(days: number): string {
  if (days === 0) return vscode.l10n.t('today');
  if (days === 1) return vscode.l10n.t('tomorrow');
  return days < 0 ? vscode.l10n.t('date has passed') : vscode.l10n.t('{0} days left', days);
}

function noTargetRow(reason: NoTarget | undefined): ProgressRow {
  const label = noTargetName(reason);
  const description = vscode.l10n.t('set a target');
  return {
    ...plain,
    id: 'target',
    label,
    description,
    tooltip: escapeMarkdown(label),
    spoken: `${label}, ${description}`,
    icon: reason?.code === 'not-set' ? 'target' : 'warning',
    color: reason?.code === 'not-set' ? undefined : 'list.warningForeground',
    kind: 'target',
    command: { id: practiceIds.setTarget, title: vscode.l10n.t('Set target') },
  };
}

function noTargetName(reason: NoTarget | undefined): string {
  switch (reason?.code) {
    case 'unknown-company':
      return vscode.l10n.t('No pack for the company {0}', reason.name);
    case 'unknown-role':
      return vscode.l10n.t('No pack for the role {0}', reason.name);
    case 'unknown-level':
      return vscode.l10n.t('No level {0} on this ladder', reason.name);
    default:
      return vscode.l10n.t('No target yet');
  }
}

function roundRow(progress: RoundProgress, packs: readonly Pack[]): ProgressRow {
  const { round, claim, questions, borrowed } = progress;
  const length = minutesName(round);
  const state = round.silent
    ? vscode.l10n.t('sources are silent')
    : questions.length === 0
      ? vscode.l10n.t('no questions')
      : countName(progress);
  const note = round.silent
    ? vscode.l10n.t('The sources do not say what is asked in this round, so nothing is made up here.')
    : borrowed
      ? vscode.l10n.t(
          'The sources name no question for this round. These are widely practised ones judged by the same rubric.',
        )
      : '';
  const tooltip = [
    `**${escapeMarkdown(round.title)}**${length ? ` · ${escapeMarkdown(length)}` : ''}`,
    escapeMarkdown(round.about),
    round.who === undefined ? '' : vscode.l10n.t('Asked by: {0}', escapeMarkdown(round.who)),
    escapeMarkdown(note),
    claimLine(claim),
  ];
  return {
    ...plain,
    id: `round/${round.id}`,
    label: round.title,
    description: state,
    tooltip: tooltip.filter(Boolean).join('\n\n'),
    spoken: [vscode.l10n.t('Round: {0}', round.title), length, round.who, spokenState(progress, state)]
      .filter(Boolean)
      .join(', '),
    icon: round.silent ? 'question' : roundIcons[round.kind],
    color: round.silent ? 'disabledForeground' : undefined,
    kind: round.silent ? 'round.silent' : 'round',
    open: questions.length > 0,
    rows: questions.map((question) => questionRow(question, packs)),
  };
}

function spokenState(progress: RoundProgress, state: string): string {
  return progress.round.silent || progress.questions.length === 0 ? state : spokenCount(progress);
}

interface Counted {
  readonly attempted: number;
  readonly ready: number;
  readonly questions: readonly unknown[];
}

/** "2 of 5 · 1 ready" */
function countName({ attempted, ready, questions }: Counted): string {
  const parts = [vscode.l10n.t('{0} of {1}', attempted, questions.length)];
  if (ready > 0) parts.push(vscode.l10n.t('{0} ready', ready));
  return parts.join(' · ');
}

function spokenCount({ attempted, ready, questions }: Counted): string {
  const tried = vscode.l10n.t('{0} of {1} questions attempted', attempted, questions.length);
  return ready > 0 ? `${tried}, ${vscode.l10n.t('{0} ready', ready)}` : tried;
}

const roundIcons: Readonly<Record<Round['kind'], string>> = {
  screen: 'call-incoming',
  coding: 'code',
  'system-design': 'type-hierarchy-sub',
  case: 'graph',
  behavioral: 'comment-discussion',
  panel: 'organization',
  'hiring-manager': 'person',
  executive: 'star-empty',
  other: 'comment',
};

function minutesName({ minutes }: Round): string {
  if (!minutes) return '';
  return minutes.min === minutes.max
    ? vscode.l10n.t('{0} min', minutes.min)
    : vscode.l10n.t('{0} min', `${minutes.min}–${minutes.max}`);
}

function groupRow(group: QuestionGroup, packs: readonly Pack[]): ProgressRow {
  const { kind, pack, questions } = group;
  const label =
    kind === 'other-rounds'
      ? vscode.l10n.t('Rounds of other levels')
      : kind === 'elsewhere'
        ? vscode.l10n.t('Attempted elsewhere')
        : vscode.l10n.t('More to practise: {0}', pack?.title ?? '');
  const description = countName(group);
  return {
    ...plain,
    id: `group/${kind}/${pack?.id ?? ''}`,
    label,
    description,
    tooltip:
      kind === 'pack' && pack
        ? `**${escapeMarkdown(pack.title)}**\n\n${escapeMarkdown(pack.about)}`
        : escapeMarkdown(label),
    spoken: `${label}, ${spokenCount(group)}`,
    icon: 'folder-library',
    kind: 'group',
    rows: questions.map((question) => questionRow(question, packs)),
  };
}
