import { nearest } from '@rubricate/core/model';
import * as vscode from 'vscode';
import { kindName } from './kind-name.ts';
import type { NameIndex } from './names.ts';
import { type Span, spanIn } from './places.ts';
import { namesOf, type ReferenceKind, referencesIn } from './references.ts';
import type { SchemaBook } from './schema.ts';
import type { YamlTree } from './yaml-tree.ts';

/** A topic is named by the cards that have it: there is no wrong one. Why a folder is not read is said where it is looked for. */
const free: ReadonlySet<ReferenceKind> = new Set(['topic', 'folder']);

/** Names in a text that stand for nothing, with the nearest right one. */
export function unknownNames(
  tree: YamlTree,
  book: SchemaBook,
  names: NameIndex,
): readonly { readonly span: Span; readonly kind: ReferenceKind; readonly name: string; readonly message: string }[] {
  return tree.scalars.flatMap((scalar) => {
    const asked = scalar.role === 'value' ? namesOf(book.at(scalar.path, tree.data)) : undefined;
    if (asked === undefined || scalar.start === scalar.end) return [];
    return referencesIn(scalar.text, asked).flatMap(({ kind, name, start, end }) => {
      const known = names.get(kind);
      if (free.has(kind) || known?.has(name)) return [];
      const what = kindName(kind);
      const guess = nearest(name, known?.keys() ?? []);
      const message =
        guess === undefined
          ? vscode.l10n.t('{0} "{1}" is not known here.', what, name)
          : vscode.l10n.t('{0} "{1}" is not known here. Did you mean "{2}"?', what, name, guess);
      return [{ span: spanIn(tree, scalar, { start, end }), kind, name, message }];
    });
  });
}
