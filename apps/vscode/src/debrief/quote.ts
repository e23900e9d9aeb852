import * as vscode from 'vscode';
import { messages } from '../messages.ts';

/** Words of a text that a report quotes: UTF-16 offsets. */
interface Quote {
  readonly start: number;
  readonly end: number;
}

/** A message of the page, if it is one that the page sends and lies within the text. */
export function quoteIn(message: unknown, length: number): Quote | undefined {
  if (typeof message !== 'object' || message === null || !('start' in message) || !('end' in message)) return undefined;
  const { start, end } = message;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const quote = { start: start as number, end: end as number };
  return quote.start >= 0 && quote.start <= quote.end && quote.end <= length ? quote : undefined;
}

/** Selects the words in the file of a report; they may have moved since it was made. */
export async function goToQuote(
  { text, source }: { readonly text: string; readonly source: vscode.Uri },
  { start, end }: Quote,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(source);
  const words = text.slice(start, end);
  const now = document.getText();
  const at = now.startsWith(words, start) ? start : now.indexOf(words);
  if (at < 0) {
    void messages.showInformationMessage(vscode.l10n.t('These words are no longer in the answer.'));
    return;
  }
  const selection = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    selection,
  });
}
