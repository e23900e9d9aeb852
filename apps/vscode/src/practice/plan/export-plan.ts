import { planCalendar } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { practiceIds } from '../ids.ts';
import { targetOf } from '../target.ts';
import { makePlan } from './make-plan.ts';
import type { PlanFacts } from './planning.ts';

/** Writes the plan as a calendar where the user says; the dialog of the editor asks before it replaces a file. */
export async function exportPlan(facts: PlanFacts): Promise<void> {
  const target = targetOf(facts.workspace);
  const plan = makePlan(facts);
  if (!target) {
    const set = vscode.l10n.t('Set target');
    const choice = await messages.showInformationMessage(
      vscode.l10n.t('There is a plan once you say what you prepare for.'),
      set,
    );
    if (choice === set) await vscode.commands.executeCommand(practiceIds.setTarget);
    return;
  }
  if (!plan) {
    void messages.showInformationMessage(vscode.l10n.t('{0} has no prep plan to export.', target.pack.title));
    return;
  }
  const folder = facts.workspace.settings?.folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${target.pack.id}-plan.ics`;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export plan'),
    filters: { [vscode.l10n.t('Calendar')]: ['ics'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!file) return;
  const text = planCalendar(plan, {
    // The stamp is the day's, so that the same plan gives the same file all day long.
    stamp: `${plan.today}T00:00:00.000Z`,
    interviewTitle: vscode.l10n.t('Interview: {0}', target.pack.title),
  });
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void messages.showErrorMessage(vscode.l10n.t('The plan could not be written: {0}', reason));
    return;
  }
  void messages.showInformationMessage(
    vscode.l10n.t('{0} holds the plan. Import it into your calendar; a later export moves its events.', name),
  );
}
