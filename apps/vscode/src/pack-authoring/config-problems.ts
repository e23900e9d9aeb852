import { nearest } from '@rubricate/core/model';
import * as vscode from 'vscode';
import { kindName } from './hover.ts';
import { spanIn } from './places.ts';
import { diagnosticAt } from './problems.ts';
import { namesOf, referencesIn } from './references.ts';
import { type Desk, isConfig, type Subject, subjectOf } from './subject.ts';
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
      collection.set(document.uri, unknownNames(document, subject));
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

function unknownNames(document: vscode.TextDocument, { book, names }: Subject): readonly vscode.Diagnostic[] {
  const tree = yamlTree(document.getText());
  // Packs of a folder nobody has trusted yet are not read, and a name may be theirs.
  if (!vscode.workspace.isTrusted) return [];
  return tree.scalars.flatMap((scalar) => {
    const kind = scalar.role === 'value' ? namesOf(book.at(scalar.path, tree.data)) : undefined;
    if (kind === undefined) return [];
    return referencesIn(scalar.text, kind).flatMap((reference) => {
      const known = [...(names.get(reference.kind)?.keys() ?? [])];
      const isKnown = known.some((name) => name.toLowerCase() === reference.name.toLowerCase());
      // With no company that a pack knows there is nothing to say of its roles and levels.
      if (known.length === 0 || isKnown || (kind === 'level' && bars.has(reference.name.toLowerCase()))) return [];
      const what = kindName(reference.kind);
      const guess = nearest(reference.name, known);
      const message =
        guess === undefined
          ? vscode.l10n.t('{0} "{1}" is of no pack.', what, reference.name)
          : vscode.l10n.t('{0} "{1}" is of no pack. Did you mean "{2}"?', what, reference.name, guess);
      return [diagnosticAt(tree.text, spanIn(tree, scalar, reference), message, vscode.DiagnosticSeverity.Warning)];
    });
  });
}

/** A level may be a bar as well. */
const bars: ReadonlySet<string> = new Set(['mid', 'senior', 'staff']);
