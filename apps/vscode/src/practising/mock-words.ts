import { clockOf, type Mock, type MockClock } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { escapeMarkdown } from '../wording.ts';

/** "4:05", or "+0:32" for what is over. */
function clockName(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return ms >= 0 ? text : `+${text}`;
}

function phaseName(heading: string): string {
  return heading === '' ? vscode.l10n.t('Answer') : heading;
}

/** What the status bar shows: what matters first. */
export function statusText(mock: Mock, now: number): string {
  const clock = clockOf(mock, now);
  const icon = clock.state === 'paused' ? '$(debug-pause)' : '$(watch)';
  if (clock.left < 0) return `${icon} ${vscode.l10n.t('Time is up {0}', clockName(clock.left))}`;
  const phase = phaseName(mock.phases[clock.phase]?.heading ?? '');
  const parts = [clockName(clock.left)];
  if (mock.phases.length > 1) parts.push(`${phase} ${clockName(clock.phaseLeft)}`);
  return `${icon} ${parts.join(' · ')}`;
}

const minutes = (ms: number): number => Math.max(0, Math.ceil(ms / 60_000));

/** What a screen reader says of it; to the minute, so that it does not speak every second. */
export function statusSpoken(mock: Mock, now: number): string {
  const clock = clockOf(mock, now);
  if (clock.left < 0) return vscode.l10n.t('Mock interview: time is up');
  const phase = phaseName(mock.phases[clock.phase]?.heading ?? '');
  const said = vscode.l10n.t(
    'Mock interview: {0} minutes left, {1} of them for {2}',
    minutes(clock.left),
    minutes(clock.phaseLeft),
    phase,
  );
  return clock.state === 'paused' ? vscode.l10n.t('{0}, paused', said) : said;
}

/** The phases with their minutes as they are now, the present one in bold. Changes only with the phase. */
export function statusTooltip(title: string, mock: Mock, { phase, total }: MockClock): string {
  const rows = mock.phases.map(({ heading }, index) => {
    const length = (mock.ends[index] ?? 0) - (mock.ends[index - 1] ?? 0);
    const name = escapeMarkdown(phaseName(heading));
    const lasting = vscode.l10n.t('{0} min', Math.round(length / 60_000));
    if (index < phase) return `| $(check) ${name} | ${lasting} |`;
    return index === phase ? `| $(arrow-right) **${name}** | **${lasting}** |` : `| ${name} | ${lasting} |`;
  });
  return [
    `**${escapeMarkdown(vscode.l10n.t('Mock interview: {0}', title))}**`,
    ['| | |', '|---|---:|', ...rows].join('\n'),
    vscode.l10n.t('{0} min in all. What Rubricate finds shows when the interview ends.', Math.round(total / 60_000)),
  ].join('\n\n');
}
