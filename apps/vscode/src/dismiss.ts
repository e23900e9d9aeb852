import { dismissFix, type Hint } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from './active-answer.ts';
import { commandIds, refOf, uriOf } from './command-ids.ts';
import { allHints, shownHints, toRange } from './hints.ts';
import { messages } from './messages.ts';
import type { Judged, Services } from './services.ts';

/** Puts a hint aside with a reason, which stays beside the text as a comment. */
export function registerDismiss(context: vscode.ExtensionContext, { reviews }: Services, active: ActiveAnswer): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(commandIds.dismissHint, async (asked?: unknown, uri?: unknown, said?: unknown) => {
      const judged = await judgedNow(active, reviews, uriOf(uri));
      if (!judged) return;
      const ref = refOf(asked);
      const hint = ref === undefined ? await chooseHint(judged) : allHints(judged).find(({ code }) => code === ref);
      if (!hint) return;
      const reason = typeof said === 'string' ? said : await askReason(hint);
      if (reason) await dismiss({ reviews, uri: judged.document.uri, ref: hint.code, reason });
    }),
  );
}

/** The hint at the cursor, or one of those there are. */
async function chooseHint(judged: Judged): Promise<Hint | undefined> {
  const hints = shownHints(judged);
  if (hints.length === 0) {
    void messages.showInformationMessage(vscode.l10n.t('There is no hint to dismiss.'));
    return undefined;
  }
  const editor = vscode.window.activeTextEditor;
  const at = editor?.document === judged.document ? editor.document.offsetAt(editor.selection.active) : -1;
  const here = hints.filter(({ range }) => range.start <= at && at <= range.end);
  if (here.length === 1) return here[0];
  const items = (here.length > 0 ? here : hints).map((hint) => ({
    label: hint.title,
    description: vscode.l10n.t('line {0}', judged.document.positionAt(hint.range.start).line + 1),
    detail: hint.message,
    hint,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Dismiss hint'),
    placeHolder: vscode.l10n.t('Choose the hint to put aside'),
  });
  return choice?.hint;
}

function askReason({ title }: Hint): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Dismiss "{0}"', title),
    prompt: vscode.l10n.t('The reason is kept beside the text, in a comment that no reader of the page sees.'),
    placeHolder: vscode.l10n.t('The interviewer ruled this out'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Say in a few words why it does not apply.')),
  });
}

interface Dismissing {
  readonly reviews: Services['reviews'];
  readonly uri: vscode.Uri;
  readonly ref: string;
  readonly reason: string;
}

async function dismiss({ reviews, uri, ref, reason }: Dismissing): Promise<void> {
  // The reason took a while to write; the text may have moved on.
  const judgement = await reviews.review(uri);
  const hint = allHints(judgement).find(({ code }) => code === ref);
  if (!judgement?.ok || !hint) return;
  const { change } = dismissFix(judgement.answer, ref, hint.range, reason);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, toRange(judgement.document, change), change.insert);
  await vscode.workspace.applyEdit(edit);
}
