import { namesOf, referencesIn } from './references.ts';
import type { SchemaBook } from './schema.ts';
import { type PlacedScalar, placeOf, type YamlTree } from './yaml-tree.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offset of a line and column, both counted from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(text.length, start + column - 1);
}

/**
 * The words a problem is about. The engine names the key or the element where something is wrong; the words are the name
 * that its message quotes, else the value of a key that may stand there, else the key.
 */
export function spanOfProblem(tree: YamlTree, offset: number, message: string, book: SchemaBook): Span {
  const at = tree.scalars.find(({ start, end }) => start === offset && start < end);
  if (!at) return wordAt(tree.text, offset);
  const under = tree.scalars.filter((scalar) => isUnder(scalar, at));
  const quoted = /"([^"]+)"/.exec(message.replace(/^[^"]*?: /, (path) => (path.includes(' ') ? path : '')))?.[1];
  if (quoted !== undefined) {
    for (const scalar of under) {
      const within = nameIn(tree, scalar, quoted, book);
      if (within) return within;
    }
  }
  if (at.role === 'value' || !at.hasValue) return at;
  const isKnown = book.at(at.path, tree.data).length > 0;
  const value = isKnown ? placeOf(tree, at.path) : undefined;
  return value?.role === 'value' && value.style !== 'block' ? value : at;
}

function isUnder({ path }: PlacedScalar, above: PlacedScalar): boolean {
  return path.length >= above.path.length && above.path.every((step, index) => step === path[index]);
}

/** Where a name stands in a scalar: as a whole, or as one of the names in it. */
function nameIn(tree: YamlTree, scalar: PlacedScalar, name: string, book: SchemaBook): Span | undefined {
  if (scalar.text === name) return scalar;
  const kind = scalar.role === 'value' ? namesOf(book.at(scalar.path, tree.data)) : undefined;
  if (kind === undefined) return undefined;
  const found = referencesIn(scalar.text, kind).find((reference) => reference.name === name);
  return found ? spanIn(tree, scalar, found) : undefined;
}

/** A part of a scalar's text as a place of the file. */
export function spanIn(tree: YamlTree, scalar: PlacedScalar, part: Span): Span {
  const from = scalar.start + Math.max(0, tree.text.slice(scalar.start, scalar.end).indexOf(scalar.text));
  return { start: from + part.start, end: from + part.end };
}

function wordAt(text: string, offset: number): Span {
  const word = /^[^\s:,[\]{}]+/.exec(text.slice(offset, offset + 100))?.[0].length ?? 1;
  return { start: offset, end: Math.min(text.length, offset + Math.max(1, word)) };
}
