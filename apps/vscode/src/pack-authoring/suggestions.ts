import type { NameKind } from '@rubricate/core/model';
import type { NameIndex } from './names.ts';
import { namesOf, type ReferenceKind, referencesIn } from './references.ts';
import { type Path, type Schema, type SchemaBook, valuesOf } from './schema.ts';
import { namesOfRequired, requiredKeys, valueSnippet } from './snippets.ts';
import { dataAt, type PlacedScalar, readTree, type YamlTree } from './yaml-tree.ts';

/** One thing that may be written where the cursor stands. */
export interface Suggestion {
  readonly label: string;
  readonly sort: 'key' | 'element' | 'value' | 'name';
  /** In VS Code snippet syntax. */
  readonly snippet: string;
  readonly title: string;
  readonly about: string;
  /** Whether it is needed where it would stand. */
  readonly isNeeded: boolean;
  /** What follows is chosen from a list as well. */
  readonly asksOn: boolean;
}

export interface Suggestions {
  /** What is replaced, in offsets of the text; up to the cursor, and beyond it. */
  readonly start: number;
  readonly cursor: number;
  readonly end: number;
  readonly list: readonly Suggestion[];
}

/** Stands where the cursor is while the text is read; no pack has such a word. */
const here = 'rubricate0here';

/** What may be written at an offset of a text, by the schema and the names there are. */
export function suggestionsAt(
  text: string,
  cursor: number,
  book: SchemaBook,
  names: NameIndex,
): Suggestions | undefined {
  const before = /(?:[A-Za-z0-9#@|_/][\w#@|/.-]*)?$/.exec(text.slice(Math.max(0, cursor - 200), cursor))?.[0] ?? '';
  const after = /^[\w|/.-]*/.exec(text.slice(cursor, cursor + 200))?.[0] ?? '';
  const start = cursor - before.length;
  const end = cursor + after.length;
  // Read as if the word at the cursor were written out: a list element, key or value that has only begun is none yet.
  const tree = readTree(text.slice(0, start) + here + text.slice(end));
  const place = tree.scalars.find((scalar) => scalar.text.includes(here));
  if (!place || place.style === 'block') return undefined;
  const whole = { start, cursor, end };
  const isKey = place.role === 'key' || couldBeKey(tree, place, book);
  if (isKey) {
    const path = place.role === 'key' ? place.path.slice(0, -1) : place.path;
    // A key that is there already, with its colon, is only renamed.
    const isRenamed = /^[ \t]*:/.test(text.slice(end, end + 20));
    const keys = keySuggestions(tree, path, place, book, names, isRenamed, indentOf(text, start));
    // Where an expression is asked for, a name may stand in the place of a map.
    const kind = place.role === 'value' ? namesOf(book.at(place.path, undefined)) : undefined;
    const named = kind ? nameSuggestions(kind, before, whole, place, names, taken(tree, place)) : undefined;
    return { ...whole, list: [...(named?.list ?? []), ...keys] };
  }
  const schemas = book.at(place.path, tree.data);
  const kind = namesOf(schemas);
  const typed = place.text.slice(0, place.text.indexOf(here)) + before;
  if (kind !== undefined) return nameSuggestions(kind, typed, whole, place, names, taken(tree, place));
  if (place.text !== here) return undefined;
  return { ...whole, list: schemas.flatMap(valueSuggestions) };
}

/** A word on a line of its own where a map is asked for is the beginning of a key. */
function couldBeKey(tree: YamlTree, place: PlacedScalar, book: SchemaBook): boolean {
  if (place.text !== here || place.style !== 'plain') return false;
  const schemas = book.at(place.path, tree.data);
  if (!schemas.some(({ type }) => type === 'object')) return false;
  // Behind `key:` on the same line no map can begin, but in braces.
  const line = tree.text.slice(tree.text.lastIndexOf('\n', place.start) + 1, place.start);
  return /^[ \t]*(?:- +)*$/.test(line) || typeof place.path.at(-1) === 'number';
}

/** The spaces by which lines that follow a key have to be indented more than the editor does by itself: one `- ` is two. */
function indentOf(text: string, start: number): string {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return ' '.repeat(line.length - (/^[ \t]*/.exec(line)?.[0].length ?? 0));
}

function keySuggestions(
  tree: YamlTree,
  path: Path,
  place: PlacedScalar,
  book: SchemaBook,
  names: NameIndex,
  isRenamed: boolean,
  indent: string,
): readonly Suggestion[] {
  const data = dataAt(tree.data, path);
  const written = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const schemas = book.at(path, withoutHere(tree.data)).filter(({ type }) => type === 'object');
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    if (!found.has(suggestion.label) && !written.includes(suggestion.label)) found.set(suggestion.label, suggestion);
  };
  const after = (schema: Schema | undefined): string =>
    isRenamed ? '' : `:${schema ? indented(valueSnippet(book, schema, place.inFlow), indent) : ' '}`;
  for (const schema of schemas) {
    const needed = namesOfRequired(schema);
    if (place.role === 'value' && !place.inFlow && needed.length > 1) {
      add({
        label: needed.join(', '),
        sort: 'element',
        snippet: indented(requiredKeys(book, schema), indent),
        title: '',
        about: '',
        isNeeded: true,
        asksOn: false,
      });
    }
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      const own = book.choices(child);
      add({
        label: key,
        sort: 'key',
        snippet: key + after(child),
        title: '',
        about: child.description ?? own[0]?.description ?? '',
        isNeeded: needed.includes(key),
        asksOn: namesOf(own) !== undefined || valuesOf(own[0] ?? {}).length > 0,
      });
    }
    const kind = schema.propertyNames ? namesOf([schema.propertyNames]) : undefined;
    const value = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    for (const info of kind ? (names.get(kind as ReferenceKind)?.values() ?? []) : []) {
      // A rule for a pitfall says when it is present, one for a criterion when it is met.
      const shapes = value ? book.choices(value) : [];
      const fitting = shapes.find((shape) => Object.hasOwn(shape.properties ?? {}, 'present') === info.isPitfall);
      add({
        label: info.name,
        sort: 'name',
        snippet: info.name + after(fitting ?? value),
        title: info.title,
        about: info.lines.filter(Boolean).join('\n\n'),
        isNeeded: false,
        asksOn: false,
      });
    }
  }
  return [...found.values()];
}

function indented(snippet: string, indent: string): string {
  return snippet.replaceAll('\n', `\n${indent}`);
}

/** What else is written: the word at the cursor says nothing of what is meant. */
function withoutHere(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutHere);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== here)
      .map(([key, value]) => [key, withoutHere(value)]),
  );
}

function valueSuggestions(schema: Schema): readonly Suggestion[] {
  return valuesOf(schema).map((value) => ({
    label: value,
    sort: 'value',
    snippet: value,
    title: '',
    about: schema.description ?? '',
    isNeeded: false,
    asksOn: false,
  }));
}

/** In a list, what stands there already. */
function taken(tree: YamlTree, place: PlacedScalar): ReadonlySet<string> {
  if (typeof place.path.at(-1) !== 'number') return new Set();
  const data = dataAt(tree.data, place.path.slice(0, -1));
  return new Set(Array.isArray(data) ? data.map(String) : []);
}

function nameSuggestions(
  kind: NameKind,
  typed: string,
  whole: { readonly start: number; readonly cursor: number; readonly end: number },
  place: PlacedScalar,
  names: NameIndex,
  written: ReadonlySet<string>,
): Suggestions | undefined {
  const reference = referencesIn(typed, kind).at(-1);
  // Behind the name of a signal stand a comparison and a number.
  if (kind === 'expression' && reference && /\s/.test(typed.slice(reference.end))) return undefined;
  const kinds: readonly (readonly [ReferenceKind, string])[] =
    kind === 'term'
      ? [
          ['concept', ''],
          ['quantity', '#'],
          ['shape', '@'],
        ]
      : [[kind === 'expression' ? 'signal' : kind, '']];
  // Of `cache|#ti` only what follows the last bar is being written.
  const begun = kind === 'term' ? typed.slice(typed.lastIndexOf('|') + 1) : '';
  const start = kind === 'term' ? whole.cursor - begun.length : whole.start;
  const list = kinds.flatMap(([one, mark]) =>
    [...(names.get(one)?.values() ?? [])]
      .filter(({ name }) => !written.has(`${mark}${name}`))
      .map((info): Suggestion => {
        const label = `${mark}${info.name}`;
        // YAML would read a bare # as a comment, and takes no value that starts with @; a folder may have any name.
        const isOdd = mark !== '' || (one === 'folder' && /[^\p{L}\p{N}_./-]/u.test(label));
        const isQuoted = isOdd && place.style === 'plain' && begun === typed;
        return {
          label,
          sort: 'name',
          snippet: (isQuoted ? JSON.stringify(label) : label).replace(/[\\$}]/g, '\\$&'),
          title: info.title,
          about: info.lines.filter(Boolean).join('\n\n'),
          isNeeded: false,
          asksOn: false,
        };
      }),
  );
  return { start, cursor: whole.cursor, end: whole.end, list };
}
