import type { LevelReading, Pack } from '@rubricate/core/model';
import type { AttemptRecorded, Trend } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { readingName } from '../wording.ts';

/** Kept, because making one costs more than a thousand dates do. */
const formats = {
  day: formatter({ day: 'numeric', month: 'short' }),
  dayOfYear: formatter({ day: 'numeric', month: 'short', year: 'numeric' }),
  time: formatter({ hour: '2-digit', minute: '2-digit' }),
};

function formatter(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (date) => {
    made ??= new Intl.DateTimeFormat(vscode.env.language, options);
    return made.format(date);
  };
}

/** "21 Nov", with the year where it is another one. */
export function dayName(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  return date.getFullYear() === now.getFullYear() ? formats.day(date) : formats.dayOfYear(date);
}

export function timeName(at: string): string {
  return formats.time(new Date(at));
}

/** A level reading as a rung of the pack's ladder: "L4", "below L4"; as a bar where the pack is not known. */
export function rungName(reading: LevelReading, pack: Pack | undefined): string {
  const first = pack?.levels[0];
  if (reading === 'below') return first ? vscode.l10n.t('below {0}', first.id) : readingName(reading);
  return pack?.levels.find(({ bar }) => bar === reading)?.id ?? readingName(reading);
}

export function trendArrow(trend: Trend): string {
  return { none: '', up: '↗', steady: '→', down: '↘' }[trend];
}

export function trendName(trend: Trend): string {
  switch (trend) {
    case 'none':
      return '';
    case 'up':
      return vscode.l10n.t('better than the attempt before');
    case 'steady':
      return vscode.l10n.t('as good as the attempt before');
    case 'down':
      return vscode.l10n.t('worse than the attempt before');
  }
}

export function attemptCount(attempts: readonly AttemptRecorded[]): string {
  return attempts.length === 1 ? vscode.l10n.t('1 attempt') : vscode.l10n.t('{0} attempts', attempts.length);
}
