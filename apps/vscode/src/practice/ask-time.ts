import type { WorkspaceConfig } from '@rubricate/core/model';
import type { backgroundsOf, ChosenTarget } from '@rubricate/core/practice';
import * as vscode from 'vscode';

type Time = Pick<ChosenTarget, 'interview' | 'hoursAWeek' | 'background'>;

/** Asks for what the plan is made from. Each step can be left empty; undefined when one was closed. */
export async function askTime(
  backgrounds: ReturnType<typeof backgroundsOf>,
  current: WorkspaceConfig,
): Promise<Time | undefined> {
  const interview = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set target: interview date'),
    prompt: vscode.l10n.t('Year, month, day, such as 2027-01-15. Leave it empty to decide later.'),
    value: current.interview ?? '',
    validateInput: (text) =>
      text.trim() === '' || isDate(text.trim()) ? undefined : vscode.l10n.t('This is no date such as 2027-01-15.'),
  });
  if (interview === undefined) return undefined;
  const hours = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set target: hours a week'),
    prompt: vscode.l10n.t('The hours a week you have to prepare, from 1 to 80. Leave it empty to decide later.'),
    value: current.hoursAWeek === undefined ? '' : String(current.hoursAWeek),
    validateInput: (text) =>
      text.trim() === '' || isHours(Number(text)) ? undefined : vscode.l10n.t('This is no number from 1 to 80.'),
  });
  if (hours === undefined) return undefined;
  const background = backgrounds.length === 0 ? '' : await pickBackground(backgrounds, current.background);
  if (background === undefined) return undefined;
  return {
    interview: interview.trim() || undefined,
    hoursAWeek: hours.trim() === '' ? undefined : Number(hours),
    background: background || undefined,
  };
}

/** The id of a background; empty for none of them, undefined when it was closed. */
async function pickBackground(
  backgrounds: ReturnType<typeof backgroundsOf>,
  current: string | undefined,
): Promise<string | undefined> {
  const items = backgrounds.map(({ id, title, weeks, hoursAWeek }) => {
    const range = weeks.min === weeks.max ? String(weeks.min) : `${weeks.min}–${weeks.max}`;
    const claim =
      hoursAWeek === undefined
        ? vscode.l10n.t('{0} weeks', range)
        : vscode.l10n.t('{0} weeks at {1} h', range, hoursAWeek);
    return {
      label: title,
      description: [claim, ...(id === current ? [vscode.l10n.t('current')] : [])].join(' · '),
      id,
    };
  });
  const choice = await vscode.window.showQuickPick(
    [
      ...items.sort((a, b) => Number(b.id === current) - Number(a.id === current)),
      { label: vscode.l10n.t('None of these'), description: '', id: '' },
    ],
    {
      title: vscode.l10n.t('Set target: background'),
      placeHolder: vscode.l10n.t('Choose where you come from; the plan compares its time with what the source claims'),
    },
  );
  return choice?.id;
}

/** A day that exists: the 31st of February is read as one of March. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isHours(hours: number): boolean {
  return hours >= 1 && hours <= 80;
}
