import { nearest } from '@rubricate/core/model';
import * as vscode from 'vscode';
import { spanIn } from './places.ts';
import { namesOf, type ReferenceKind, referencesIn } from './references.ts';
import { valuesOf } from './schema.ts';
import { type Desk, type Subject, subjectOf, yamlSelector } from './subject.ts';
import { scalarAt, type YamlTree, yamlTree } from './yaml-tree.ts';

/** Offers the nearest right name where one is mistyped. */
export function registerPackQuickFix(desk: Desk): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    yamlSelector,
    {
      async provideCodeActions(document, _range, { diagnostics }) {
        const own = diagnostics.filter(({ source }) => source === 'Rubricate');
        if (own.length === 0) return [];
        const subject = await subjectOf(document, desk);
        return subject ? own.flatMap((diagnostic) => changeTo(document, diagnostic, subject)) : [];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function changeTo(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  subject: Subject,
): readonly vscode.CodeAction[] {
  const tree = yamlTree(document.getText());
  const wrong = wordAt(tree, document.offsetAt(diagnostic.range.start), subject);
  if (!wrong) return [];
  const name = nearest(wrong.name, wrong.known);
  // A name that is right is not what the problem is about.
  if (name === undefined || wrong.known.includes(wrong.name)) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Change to "{0}"', name), vscode.CodeActionKind.QuickFix);
  const range = new vscode.Range(document.positionAt(wrong.start), document.positionAt(wrong.end));
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, name);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return [action];
}

interface WrittenName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What may stand in its place. */
  readonly known: readonly string[];
}

/** The key, value or name that stands at an offset, with what may stand there. */
function wordAt(tree: YamlTree, offset: number, { book, names }: Subject): WrittenName | undefined {
  const scalar = scalarAt(tree, offset);
  if (!scalar || scalar.style === 'block') return undefined;
  const namesKnown = (kind: ReferenceKind): readonly string[] => [...(names.get(kind)?.keys() ?? [])];
  const whole = spanIn(tree, scalar, { start: 0, end: scalar.text.length });
  if (scalar.role === 'key') {
    const owners = book.at(scalar.path.slice(0, -1), tree.data);
    const kinds = owners.flatMap(({ propertyNames }) => (propertyNames ? (namesOf([propertyNames]) ?? []) : []));
    const known = [
      ...owners.flatMap(({ properties }) => Object.keys(properties ?? {})),
      ...kinds.flatMap((kind) => namesKnown(kind as ReferenceKind)),
    ];
    return { name: scalar.text, ...whole, known };
  }
  const schemas = book.at(scalar.path, tree.data);
  const kind = namesOf(schemas);
  if (kind === undefined) return { name: scalar.text, ...whole, known: schemas.flatMap(valuesOf) };
  for (const reference of referencesIn(scalar.text, kind)) {
    const span = spanIn(tree, scalar, reference);
    if (span.start <= offset && offset <= span.end)
      return { name: reference.name, ...span, known: namesKnown(reference.kind) };
  }
  return undefined;
}
