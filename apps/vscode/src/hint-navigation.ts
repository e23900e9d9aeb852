import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from './active-answer.ts';
import { commandIds } from './command-ids.ts';
import { shownHints, toRange } from './hints.ts';
import { messages } from './messages.ts';
import type { Services } from './services.ts';

/** Goes through the hints with the keyboard alone. The editor's own "next problem" passes by faint marks; this does not. */
export function registerHintNavigation(
  context: vscode.ExtensionContext,
  { reviews }: Services,
  active: ActiveAnswer,
): void {
  const go = async (step: 1 | -1): Promise<void> => {
    const judged = await judgedNow(active, reviews);
    if (!judged) return;
    const hints = shownHints(judged);
    if (hints.length === 0) {
      void messages.showInformationMessage(vscode.l10n.t('There is no hint in this text.'));
      return;
    }
    const editor = await vscode.window.showTextDocument(judged.document);
    const at = judged.document.offsetAt(editor.selection.active);
    const starts = [...new Set(hints.map(({ range }) => range.start))].sort((a, b) => a - b);
    const next =
      step === 1
        ? (starts.find((start) => start > at) ?? starts[0])
        : (starts.findLast((start) => start < at) ?? starts.at(-1));
    const hint = hints.find(({ range }) => range.start === next);
    if (!hint) return;
    select(editor, toRange(judged.document, { start: hint.range.start, end: hint.range.start }));
    await vscode.commands.executeCommand('editor.action.showHover');
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(commandIds.nextHint, () => go(1)),
    vscode.commands.registerCommand(commandIds.previousHint, () => go(-1)),
    vscode.commands.registerCommand(commandIds.goTo, async (uri: string, start: number, end: number) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      select(await vscode.window.showTextDocument(document), toRange(document, { start, end }));
    }),
  );
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
