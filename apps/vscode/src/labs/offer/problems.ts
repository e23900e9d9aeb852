import { readOffer } from '@rubricate/core/labs/offer';
import * as vscode from 'vscode';
import { isOfferFile } from './offer-files.ts';

/** After a change, before a file is read: long enough to finish a word. */
const pauseMs = 300;

/** Marks what is wrong in each open offer file, as it is written. */
export function offerProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rubricate-offer');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const show = (document: vscode.TextDocument): void => {
    if (document.isClosed) return;
    const reading = readOffer(document.getText());
    const problems = reading.ok ? [] : reading.problems;
    collection.set(
      document.uri,
      problems.map(({ start, end, message }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = 'Rubricate';
        return diagnostic;
      }),
    );
  };
  const later = (document: vscode.TextDocument, wait: number): void => {
    // An old version in a comparison is nobody's to mend.
    if (!isOfferFile(document.uri) || vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        show(document);
      }, wait),
    );
  };
  for (const document of vscode.workspace.textDocuments) later(document, 0);
  return vscode.Disposable.from(
    collection,
    { dispose: () => timers.forEach((timer) => void clearTimeout(timer)) },
    vscode.workspace.onDidOpenTextDocument((document) => later(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document, pauseMs)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
