import * as vscode from 'vscode';
import type { ActiveAnswer } from './active-answer.ts';
import { commandIds } from './command-ids.ts';
import { isJudged, markdownSelector } from './judged-documents.ts';
import { lensName } from './lens/lens-words.ts';
import { practiceIds } from './practice/ids.ts';
import { ownTarget } from './services.ts';
import { hireRange, levelName, subject } from './wording.ts';

/** Says in the language status of Markdown what is judged, or why nothing is. */
export function registerLanguageStatus(context: vscode.ExtensionContext, active: ActiveAnswer): void {
  const item = vscode.languages.createLanguageStatusItem('rubricate.status', markdownSelector);
  item.name = 'Rubricate';
  const refresh = (): void => {
    const { document, judgement } = active;
    item.busy = document !== undefined && isJudged(document) && judgement === undefined;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (judgement?.ok) {
      const { review, target } = judgement;
      item.text = `${subject(review)} · ${levelName(target)}`;
      const isLensed = target !== ownTarget(judgement);
      item.detail = isLensed
        ? vscode.l10n.t('{0}, through the lens {1}', hireRange(review), lensName(target))
        : hireRange(review);
      item.command = { title: vscode.l10n.t('Open checklist'), command: commandIds.focusChecklist };
      return;
    }
    const reason = judgement?.reason;
    if (reason?.code === 'mock') {
      item.text = vscode.l10n.t('Rubricate: mock interview');
      item.detail = reason.message;
      item.command = { title: vscode.l10n.t('Actions'), command: practiceIds.mockActions };
      return;
    }
    item.text =
      reason && reason.code !== 'no-target'
        ? vscode.l10n.t('Rubricate: not judged')
        : vscode.l10n.t('Rubricate: not an answer');
    item.detail = reason?.message ?? '';
    if (reason && reason.code !== 'no-target' && reason.code !== 'disabled')
      item.severity = vscode.LanguageStatusSeverity.Warning;
    item.command =
      reason?.code === 'disabled' || reason?.code === 'too-large'
        ? undefined
        : { title: vscode.l10n.t('Add front matter'), command: commandIds.addFrontMatter };
  };
  context.subscriptions.push(item, active.onDidChange(refresh));
  refresh();
}
