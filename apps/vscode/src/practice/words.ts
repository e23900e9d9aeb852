import type { LevelReading, Pack } from '@rubricate/core/model';
import type { AttemptRecorded, Claim, Trend } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { sourceLine } from '../explain/explanation.ts';
import { readingName } from '../wording.ts';

/** "21 Nov", with the year where it is another one. */
export function dayName(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return date.toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'short', ...year });
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

/** Where a claim was read and how far it is borne out, as a line of Markdown; empty where it has no source. */
export function claimLine({ source, state }: Claim): string {
  if (!source) return '';
  return `${vscode.l10n.t('Source:')} ${sourceLine(source)} *${claimName(state)}*`;
}

function claimName(state: Claim['state']): string {
  switch (state) {
    case 'claimed':
      return vscode.l10n.t('Nobody else is known to confirm it.');
    case 'confirmed':
      return vscode.l10n.t('Another source confirms it.');
    case 'disputed':
      return vscode.l10n.t('Another source says otherwise.');
  }
}
