import type { BackgroundReading, DropReason, PrepPlan } from '@rubricate/core/practice';
import * as vscode from 'vscode';

/** "23 Nov": a date as a row has room for it. */
export function dateName(date: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'short' });
}

export function spanName({ start, end }: { readonly start: string; readonly end: string }): string {
  return start === end ? dateName(start) : `${dateName(start)} – ${dateName(end)}`;
}

/** One digit after the point says enough of hours and weeks. */
function amount(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString(vscode.env.language);
}

export function hoursName(hours: number): string {
  return vscode.l10n.t('{0} h', amount(hours));
}

/** Whether the time is enough, and what follows from that. */
export function timeSentence({ days, hours, dropped, tasks }: PrepPlan): string {
  if (tasks.done === tasks.all) return vscode.l10n.t('Every task is done.');
  if (days !== undefined && days <= 0) return vscode.l10n.t('No days are left to plan.');
  const [needed, available] = [amount(hours.needed), amount(hours.available)];
  if (days === undefined) {
    return vscode.l10n.t(
      'The open tasks take {0} h. No interview date is set in {1}, so one week follows the other until they are done.',
      needed,
      'rubricate.yaml',
    );
  }
  if (dropped.length > 0) {
    return vscode.l10n.t(
      'The open tasks take {0} h, and there are {1} h until the interview. What is left out stands under "Left out", with the reason.',
      needed,
      available,
    );
  }
  if (hours.available - hours.needed < 1)
    return vscode.l10n.t('The open tasks take {0} h, and there are {1} h: just enough.', needed, available);
  return vscode.l10n.t(
    'The open tasks take {0} h, and there are {1} h. What a week has free is for rehearsal: an answer again, aloud and timed.',
    needed,
    available,
  );
}

export function hoursSentence({ hoursAWeek, hoursFrom }: PrepPlan): string {
  const hours = amount(hoursAWeek);
  switch (hoursFrom) {
    case 'asked':
      return vscode.l10n.t('{0} hours a week.', hours);
    case 'background':
      return vscode.l10n.t('{0} hours a week, as the plan counts for your background.', hours);
    case 'usual':
      return vscode.l10n.t('{0} hours a week are assumed. Set hoursAWeek in {1}.', hours, 'rubricate.yaml');
  }
}

export function reasonName(reason: DropReason): string {
  switch (reason) {
    case 'repeats':
      return vscode.l10n.t('An earlier task practises the same question.');
    case 'no-question':
      return vscode.l10n.t('It practises no question; where time is short, answers come first.');
    case 'no-time':
      return vscode.l10n.t('Its phase has no hours left for it.');
    case 'no-days':
      return vscode.l10n.t('No days are left.');
  }
}

/** "6–8 weeks at 20 h": what a background takes, as its source says. */
export function backgroundRange({ background }: BackgroundReading): string {
  const { weeks, hoursAWeek } = background;
  const range = weeks.min === weeks.max ? amount(weeks.min) : `${amount(weeks.min)}–${amount(weeks.max)}`;
  return hoursAWeek === undefined
    ? vscode.l10n.t('{0} weeks', range)
    : vscode.l10n.t('{0} weeks at {1} h', range, amount(hoursAWeek));
}

/** What there is beside what a background takes. */
export function backgroundSentence(reading: BackgroundReading): string {
  const { background, have, hours, verdict } = reading;
  const claimed = vscode.l10n.t('{0}: {1} are claimed to be needed.', background.title, backgroundRange(reading));
  if (!have || !verdict) return claimed;
  const there = hours
    ? vscode.l10n.t('You have {0} weeks and {1} h, what is done counted.', amount(have.weeks), amount(have.hours))
    : vscode.l10n.t('You have {0} weeks, what is done counted.', amount(have.weeks));
  return [claimed, there, verdictSentence(verdict)].join(' ');
}

function verdictSentence(verdict: NonNullable<BackgroundReading['verdict']>): string {
  switch (verdict) {
    case 'less':
      return vscode.l10n.t('That is less.');
    case 'within':
      return vscode.l10n.t('That lies within.');
    case 'more':
      return vscode.l10n.t('That is more.');
  }
}
