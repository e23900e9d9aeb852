import * as vscode from 'vscode';
import { diagnosticAt } from './problems.ts';
import { type Desk, isConfig, type Subject, subjectOf } from './subject.ts';
import { unknownNames } from './unknown-names.ts';
import { yamlTree } from './yaml-tree.ts';

/** After a change, before names are looked up: long enough to finish a word. */
const pauseMs = 300;

/** Marks names in an open `rubricate.yaml` that no pack has. What is not as it should be at all is marked where it is read. */
export function registerConfigProblems(desk: Desk): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rubricate-config-names');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const show = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const subject = await subjectOf(document, desk);
    if (subject && !document.isClosed && document.version === version)
      collection.set(document.uri, problemsIn(document, subject));
  };
  const later = (document: vscode.TextDocument): void => {
    if (!isConfig(document.uri) || !vscode.workspace.getWorkspaceFolder(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void show(document);
      }, pauseMs),
    );
  };
  const all = (): void => {
    for (const document of vscode.workspace.textDocuments) later(document);
  };
  all();
  return vscode.Disposable.from(
    collection,
    { dispose: () => timers.forEach((timer) => void clearTimeout(timer)) },
    desk.packs.onDidChange(all),
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

function problemsIn(document: vscode.TextDocument, { book, names }: Subject): readonly vscode.Diagnostic[] {
  // Packs of a folder nobody has trusted yet are not read, and a name may be theirs.
  if (!vscode.workspace.isTrusted) return [];
  const tree = yamlTree(document.getText());
  return unknownNames(tree, book, names)
    .filter(({ kind, name }) => {
      const known = [...(names.get(kind)?.keys() ?? [])];
      const lower = name.toLowerCase();
      // With no company that a pack knows there is nothing to say of its roles and levels.
      return (
        known.length > 0 && !known.some((one) => one.toLowerCase() === lower) && !(kind === 'level' && bars.has(lower))
      );
    })
    .map(({ span, message }) => diagnosticAt(tree.text, span, message, vscode.DiagnosticSeverity.Warning));
}

/** A level may be a bar as well. */
const bars: ReadonlySet<string> = new Set(['mid', 'senior', 'staff']);
