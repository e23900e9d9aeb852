import type { HireSignal, Pack } from '@rubricate/core/model';
import type { AttemptRecorded, Draft, QuestionProgress, QuestionState } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { debriefIds } from '../../debrief/debrief.ts';
import { describeQuestion } from '../../front-matter/describe-question.ts';
import { escapeMarkdown, signalName } from '../../wording.ts';
import { practiceIds } from '../ids.ts';
import { attemptCount, dayName, rungName, timeName, trendArrow, trendName } from '../words.ts';
import { type ProgressRow, plain } from './row.ts';

/** What only some look at is made when it is: the tooltip, and the rows of attempts. There may be thousands of them. */
export function questionRow(progress: QuestionProgress, packs: readonly Pack[]): ProgressRow {
  const { id, question, pack, last, draft, state } = progress;
  const label = question?.title ?? id;
  const minutes = question ? vscode.l10n.t('{0} min', question.minutes) : '';
  const description = last ? lastAttempt(progress, packs) : draft ? begunName(draft) : minutes;
  let rows: readonly ProgressRow[] | undefined;
  return {
    ...plain,
    id: `question/${pack?.id ?? ''}/${id}`,
    label,
    description,
    spoken: [label, stateName(state), spokenAttempt(progress, packs), draft ? spokenDraft(draft) : '']
      .filter(Boolean)
      .join(', '),
    ...questionIcon(progress),
    kind: `question${question ? '.known' : ''}${last ? '.attempted' : draft ? '.begun' : ''}`,
    command: last || draft ? { id: practiceIds.openLastAnswer, title: vscode.l10n.t('Open last answer') } : undefined,
    question: id,
    ...(draft ? { draft: draft.file } : {}),
    size: progress.attempts.length,
    get tooltip() {
      const known =
        question && pack
          ? describeQuestion(question, pack, packs)
          : vscode.l10n.t('No pack that is loaded has this question any more.');
      return [known, ...(draft ? [escapeMarkdown(spokenDraft(draft))] : []), ...attemptLines(progress, packs)].join(
        '\n\n',
      );
    },
    get rows() {
      rows ??= progress.attempts.map((attempt, index) => attemptRow(attempt, index > 0, packs)).reverse();
      return rows;
    },
  };
}

export function stateName(state: QuestionState): string {
  switch (state) {
    case 'not-started':
      return vscode.l10n.t('not started');
    case 'in-progress':
      return vscode.l10n.t('in progress');
    case 'ready':
      return vscode.l10n.t('ready');
  }
}

/** "begun · 5 of 12": how much of what is expected a file meets; nothing of that while a mock interview runs on it. */
function begunName({ coverage }: Draft): string {
  const begun = vscode.l10n.t('begun');
  return coverage ? [begun, vscode.l10n.t('{0} of {1}', coverage.met, coverage.expected)].join(' · ') : begun;
}

function spokenDraft({ coverage }: Draft): string {
  return coverage
    ? vscode.l10n.t(
        'the file as it stands meets {0} of {1} expected criteria and {2} in part, not recorded yet',
        coverage.met,
        coverage.expected,
        coverage.partial,
      )
    : vscode.l10n.t('a file is begun and not recorded yet');
}

/** One attempt below its question, the newest first; Enter opens its text. */
function attemptRow(attempt: AttemptRecorded, isComparable: boolean, packs: readonly Pack[]): ProgressRow {
  const { id, at, level, pack, file, question, review } = attempt;
  const { signal } = review.hire;
  const label = dayName(at);
  const time = timeName(at);
  const verdict = vscode.l10n.t(
    '{0} at {1}, reads as {2}, {3} words',
    signalName(signal),
    level,
    rungName(review.reading.bar, packOf(pack, packs)),
    review.words,
  );
  return {
    ...plain,
    id: `attempt/${question}/${id}`,
    label,
    description: [signalName(signal), rungName(review.reading.bar, packOf(pack, packs)), time].join(' · '),
    tooltip: [`**${escapeMarkdown(label)}** ${escapeMarkdown(time)}`, verdict, file ?? '']
      .map((line, index) => (index === 0 ? line : escapeMarkdown(line)))
      .filter(Boolean)
      .join('\n\n'),
    spoken: vscode.l10n.t('Attempt of {0}: {1}', `${label}, ${time}`, verdict),
    ...signalIcon(signal),
    kind: `attempt${isComparable ? '.comparable' : ''}`,
    command: { id: debriefIds.openAttempt, title: vscode.l10n.t('Open attempt') },
    attempt: id,
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
  if (!last) return '';
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

/** Told apart by their shapes; the colours only help. A yes that is not enough for the target is a half. */
function questionIcon({ last, draft, state }: QuestionProgress): {
  readonly icon: string;
  readonly color: string | undefined;
} {
  if (!last) return { icon: draft ? 'edit' : 'circle-large-outline', color: undefined };
  const { signal } = last.review.hire;
  const isYes = signal === 'lean-yes' || signal === 'strong-yes';
  return signalIcon(isYes && state !== 'ready' ? 'lean-no' : signal);
}

function signalIcon(signal: HireSignal): { readonly icon: string; readonly color: string } {
  switch (signal) {
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
