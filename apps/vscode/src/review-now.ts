import * as vscode from 'vscode';
import type { ActiveAnswer } from './active-answer.ts';
import { commandIds } from './command-ids.ts';
import { shownHints } from './hints.ts';
import { messages } from './messages.ts';
import type { Services } from './services.ts';
import { hireRange, metCount } from './wording.ts';

/** Judges the active answer as finished and says in one line what came of it. */
export function registerReviewNow(context: vscode.ExtensionContext, { reviews }: Services, active: ActiveAnswer): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(commandIds.reviewNow, async () => {
      const judgement = active.document ? await reviews.reviewFinished(active.document.uri) : undefined;
      if (!judgement?.ok) {
        const reason = judgement?.reason.message ?? vscode.l10n.t('Open a Markdown answer first.');
        const add = vscode.l10n.t('Add front matter');
        const offers = judgement && judgement.reason.code === 'no-target' ? [add] : [];
        const choice = await messages.showInformationMessage(reason, ...offers);
        if (choice === add) await vscode.commands.executeCommand(commandIds.addFrontMatter);
        return;
      }
      const count = shownHints(judgement).length;
      const hints = count === 1 ? vscode.l10n.t('1 hint') : vscode.l10n.t('{0} hints', count);
      vscode.window.setStatusBarMessage(
        `$(checklist) ${hireRange(judgement.review)} · ${metCount(judgement.review)} · ${hints}`,
        8_000,
      );
    }),
  );
}
