import type { Pack, Round } from '@rubricate/core/model';
import {
  daysBetween,
  type NoTarget,
  type Outline,
  outlineOf,
  type Progress,
  type QuestionGroup,
  type QuestionProgress,
  type RoundProgress,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { claimLine } from '../../explain/claim-words.ts';
import { describeQuestion } from '../../front-matter/describe-question.ts';
import { escapeMarkdown, signalName } from '../../wording.ts';
import { practiceIds } from '../ids.ts';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import { attemptCount, dayName, rungName, trendArrow, trendName } from '../words.ts';

/** One row of the progress tree, as plain data. */
export interface ProgressRow {
  /** The same from one drawing to the next, so that what is folded stays folded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly spoken: string;
  readonly icon: string | undefined;
  readonly color: string | undefined;
  /** What the row's menu depends on. */
  readonly kind: string;
  /** What Enter does. */
  readonly command: { readonly id: string; readonly title: string } | undefined;
  readonly question: string | undefined;
  readonly open: boolean;
  readonly rows: readonly ProgressRow[];
}

/** The rows of the tree; none where nothing is aimed at and nothing was done, which the empty view speaks of. */
export function rowsOf(workspace: WorkspaceTarget, progress: Progress, today: string): readonly ProgressRow[] {
  const target = targetOf(workspace);
  const { packs } = workspace.library;
  const outline = outlineOf({ packs, target: target && { pack: target.pack, level: target.level.id }, progress });
  const groups = outline.groups.map((group) => groupRow(group, packs));
  if (!target) {
    const reason = workspace.reading.ok ? undefined : workspace.reading.reason;
    if (reason?.code === 'not-set' && groups.length === 0) return [];
    return [noTargetRow(reason), ...groups];
  }
  return [targetRow(workspace, outline, today), ...outline.rounds.map((round) => roundRow(round, packs)), ...groups];
}

const plain: Omit<ProgressRow, 'id' | 'label'> = {
  description: '',
  tooltip: '',
  spoken: '',
  icon: undefined,
  color: undefined,
  kind: '',
  command: undefined,
  question: undefined,
  open: false,
  rows: [],
};

function targetRow(workspace: WorkspaceTarget, { rounds }: Outline, today: string): ProgressRow {
  const target = targetOf(workspace);
  const config = workspace.settings?.config;
  const label = [target?.level.id, target?.pack.title].join(' · ');
  const days = config?.interview === undefined ? undefined : daysName(daysBetween(today, config.interview));
  const questions = rounds.flatMap((round) => round.questions);
  const attempted = questions.filter(({ state }) => state === 'attempted').length;
  const lines = [
    `**${escapeMarkdown(label)}**`,
    target ? escapeMarkdown(target.level.summary) : '',
    config?.interview === undefined
      ? vscode.l10n.t('No interview date is set in {0}.', 'rubricate.yaml')
      : vscode.l10n.t(
          'Interview on {0}.',
          new Date(`${config.interview}T12:00:00`).toLocaleDateString(vscode.env.language, { dateStyle: 'long' }),
        ),
    vscode.l10n.t('{0} of {1} questions of the loop attempted.', attempted, questions.length),
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
  const { round, claim, questions, borrowed, attempted } = progress;
  const length = minutesName(round);
  const state = round.silent
    ? vscode.l10n.t('sources are silent')
    : questions.length === 0
      ? vscode.l10n.t('no questions')
      : vscode.l10n.t('{0} of {1}', attempted, questions.length);
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
    escapeMarkdown(note),
    claimLine(claim),
  ];
  return {
    ...plain,
    id: `round/${round.id}`,
    label: round.title,
    description: state,
    tooltip: tooltip.filter(Boolean).join('\n\n'),
    spoken: [vscode.l10n.t('Round: {0}', round.title), length, spokenState(progress, state)].filter(Boolean).join(', '),
    icon: round.silent ? 'question' : roundIcons[round.kind],
    color: round.silent ? 'disabledForeground' : undefined,
    kind: round.silent ? 'round.silent' : 'round',
    open: questions.length > 0,
    rows: questions.map((question) => questionRow(question, packs)),
  };
}

function spokenState({ round, questions, attempted }: RoundProgress, state: string): string {
  return round.silent || questions.length === 0
    ? state
    : vscode.l10n.t('{0} of {1} questions attempted', attempted, questions.length);
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

function groupRow({ kind, pack, questions, attempted }: QuestionGroup, packs: readonly Pack[]): ProgressRow {
  const label =
    kind === 'other-rounds'
      ? vscode.l10n.t('Rounds of other levels')
      : kind === 'elsewhere'
        ? vscode.l10n.t('Attempted elsewhere')
        : vscode.l10n.t('More to practise: {0}', pack?.title ?? '');
  const description = vscode.l10n.t('{0} of {1}', attempted, questions.length);
  return {
    ...plain,
    id: `group/${kind}/${pack?.id ?? ''}`,
    label,
    description,
    tooltip:
      kind === 'pack' && pack
        ? `**${escapeMarkdown(pack.title)}**\n\n${escapeMarkdown(pack.about)}`
        : escapeMarkdown(label),
    spoken: `${label}, ${vscode.l10n.t('{0} of {1} questions attempted', attempted, questions.length)}`,
    icon: 'folder-library',
    kind: 'group',
    rows: questions.map((question) => questionRow(question, packs)),
  };
}

function questionRow(progress: QuestionProgress, packs: readonly Pack[]): ProgressRow {
  const { id, question, pack, last } = progress;
  const label = question?.title ?? id;
  const description = last ? lastAttempt(progress, packs) : question ? vscode.l10n.t('{0} min', question.minutes) : '';
  const known =
    question && pack
      ? describeQuestion(question, pack, packs)
      : vscode.l10n.t('No pack that is loaded has this question any more.');
  return {
    ...plain,
    id: `question/${pack?.id ?? ''}/${id}`,
    label,
    description,
    tooltip: [known, ...attemptLines(progress, packs)].join('\n\n'),
    spoken: [label, spokenAttempt(progress, packs)].join(', '),
    ...questionIcon(progress),
    kind: `question${question ? '.known' : ''}${last ? '.attempted' : ''}`,
    command: last ? { id: practiceIds.openLastAnswer, title: vscode.l10n.t('Open last answer') } : undefined,
    question: id,
  };
}

/** "↗ Lean yes · L5 · 21 Nov": what matters first, because a narrow tree cuts the end. */
function lastAttempt({ last, trend }: QuestionProgress, packs: readonly Pack[]): string {
  if (!last) return '';
  const { hire, reading } = last.review;
  const parts = [signalName(hire.signal), rungName(reading.bar, packOf(last.pack, packs)), dayName(last.at)];
  return [trendArrow(trend), parts.join(' · ')].filter(Boolean).join(' ');
}

function spokenAttempt({ attempts, last, trend }: QuestionProgress, packs: readonly Pack[]): string {
  if (!last) return vscode.l10n.t('not started');
  const { hire, reading } = last.review;
  return [
    attemptCount(attempts),
    vscode.l10n.t(
      'last on {0}: {1} at {2}, reads as {3}',
      dayName(last.at),
      signalName(hire.signal),
      last.level,
      rungName(reading.bar, packOf(last.pack, packs)),
    ),
    trendName(trend),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A tooltip is for a glance; older attempts are counted. */
const mostAttempts = 5;

function attemptLines({ attempts }: QuestionProgress, packs: readonly Pack[]): readonly string[] {
  if (attempts.length === 0) return [vscode.l10n.t('Not started.')];
  const shown = attempts.slice(-mostAttempts).reverse();
  const lines = shown.map(({ at, level, pack, review }) => {
    const { hire, reading, words } = review;
    const text = vscode.l10n.t(
      '{0}: {1} at {2}, reads as {3}, {4} words',
      dayName(at),
      signalName(hire.signal),
      level,
      rungName(reading.bar, packOf(pack, packs)),
      words,
    );
    return `- ${escapeMarkdown(text)}`;
  });
  return [[`**${attemptCount(attempts)}**`, '', ...lines].join('\n')];
}

function packOf(id: string, packs: readonly Pack[]): Pack | undefined {
  return packs.find((pack) => pack.id === id);
}

/** Told apart by their shapes; the colours only help. */
function questionIcon({ last }: QuestionProgress): { readonly icon: string; readonly color: string | undefined } {
  switch (last?.review.hire.signal) {
    case undefined:
      return { icon: 'circle-large-outline', color: undefined };
    case 'strong-yes':
      return { icon: 'pass-filled', color: 'rubricate.met' };
    case 'lean-yes':
      return { icon: 'pass', color: 'rubricate.met' };
    case 'lean-no':
      return { icon: 'color-mode', color: 'rubricate.partial' };
    case 'strong-no':
      return { icon: 'error', color: 'rubricate.pitfall' };
  }
}
