import * as vscode from 'vscode';
import { escapeMarkdown } from '../wording.ts';
import { kindName } from './kind-name.ts';
import type { NameInfo } from './names.ts';
import { type Span, spanIn } from './places.ts';
import { namesOf, type ReferenceKind, referencesIn } from './references.ts';
import { valuesOf } from './schema.ts';
import { type Desk, isServedByOthers, type Subject, subjectOf, yamlSelector } from './subject.ts';
import { type PlacedScalar, scalarAt, type YamlTree, yamlTree } from './yaml-tree.ts';

/** Tells what a key means, and what a name stands for. */
export function registerPackHover(desk: Desk): vscode.Disposable {
  return vscode.languages.registerHoverProvider(yamlSelector, {
    async provideHover(document, position) {
      const subject = await subjectOf(document, desk, { folders: true });
      if (!subject) return undefined;
      const tree = yamlTree(document.getText());
      const offset = document.offsetAt(position);
      const scalar = scalarAt(tree, offset);
      // What the schema says of a key would show twice.
      if (scalar?.role === 'key' && isServedByOthers(document.uri)) return undefined;
      const told = scalar && tell(tree, scalar, offset, subject);
      if (!told) return undefined;
      const range = new vscode.Range(document.positionAt(told.span.start), document.positionAt(told.span.end));
      return new vscode.Hover(told.markdown, range);
    },
  });
}

interface Told {
  readonly markdown: vscode.MarkdownString;
  readonly span: Span;
}

function tell(tree: YamlTree, scalar: PlacedScalar, offset: number, subject: Subject): Told | undefined {
  const { book, names } = subject;
  if (scalar.role === 'key') {
    const key = book.keyAt(scalar.path, tree.data);
    if (key?.description !== undefined) return { markdown: aboutKey(scalar, key.description, subject), span: scalar };
    const owner = book.at(scalar.path.slice(0, -1), tree.data).find(({ propertyNames }) => propertyNames);
    const kind = owner?.propertyNames ? namesOf([owner.propertyNames]) : undefined;
    const info = kind ? names.get(kind as ReferenceKind)?.get(scalar.text) : undefined;
    return info && { markdown: aboutName(kind as ReferenceKind, info), span: scalar };
  }
  const schemas = book.at(scalar.path, tree.data);
  const kind = namesOf(schemas);
  if (kind !== undefined) {
    for (const reference of referencesIn(scalar.text, kind)) {
      const span = spanIn(tree, scalar, reference);
      const info = names.get(reference.kind)?.get(reference.name);
      if (info && span.start <= offset && offset <= span.end)
        return { markdown: aboutName(reference.kind, info), span };
    }
    return undefined;
  }
  const chosen = schemas.find((schema) => valuesOf(schema).includes(scalar.text));
  if (chosen?.description === undefined) return undefined;
  return { markdown: new vscode.MarkdownString(chosen.description), span: scalar };
}

function aboutKey({ path, text }: PlacedScalar, description: string, { book }: Subject): vscode.MarkdownString {
  const owner = book.at(path.slice(0, -1), undefined);
  const isNeeded = owner.length > 0 && owner.every(({ required }) => required?.includes(text));
  // Descriptions are the schema's own, with names of other keys in code marks.
  const markdown = new vscode.MarkdownString(description);
  const values = [...new Set(book.at(path, undefined).flatMap(valuesOf))].filter(
    (value) => !/^(true|false)$/.test(value),
  );
  if (values.length > 0) {
    markdown
      .appendMarkdown('\n\n')
      .appendMarkdown(escapeMarkdown(vscode.l10n.t('One of:')))
      .appendMarkdown(' ');
    markdown.appendMarkdown(values.map((value) => `\`${value}\``).join(', '));
  }
  if (isNeeded) markdown.appendMarkdown('\n\n').appendMarkdown(escapeMarkdown(vscode.l10n.t('Needed.')));
  return markdown;
}

/** A name with what it stands for. What a pack says is shown as text, whatever marks are in it. */
function aboutName(kind: ReferenceKind, { name, title, lines, isPitfall }: NameInfo): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown(`**${kindName(kind, isPitfall === true)}** \`${name.replaceAll('`', '')}\``);
  const told = [title, ...lines].filter((line, index, all) => line !== '' && all.indexOf(line) === index);
  // A title that is the beginning of what follows says nothing more.
  for (const line of told.filter(
    (one) => !told.some((other) => other !== one && other.startsWith(one.replace(/…$/, ''))),
  ))
    markdown.appendMarkdown('\n\n').appendMarkdown(escapeMarkdown(line));
  return markdown;
}
