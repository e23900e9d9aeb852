import { type Document, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import type { Path } from './schema.ts';

/** A scalar with its place: a key of a map, or a value. Offsets are UTF-16 into the text. */
export interface PlacedScalar {
  readonly role: 'key' | 'value';
  /** Of a key: the path of what it leads to. Of a value: its own. */
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  /** Its value as text; for quoted ones, without quotes. */
  readonly text: string;
  /** It stands in quotes, or over several lines. */
  readonly style: 'plain' | 'quoted' | 'block';
  /** It stands within `{}` or `[]`. */
  readonly inFlow: boolean;
  /** Of a key: whether it has a value. */
  readonly hasValue: boolean;
}

/** A YAML text as far as it can be read, also while it is being written. */
export interface YamlTree {
  readonly text: string;
  readonly data: unknown;
  readonly scalars: readonly PlacedScalar[];
  /** Whether all of it could be read. */
  readonly isWhole: boolean;
}

/** As the engine: no pack needs more, and time and memory stay bounded. */
const longest = 1_000_000;
const deepest = 40;

let last: YamlTree | undefined;

/** Reads a text. The last one is kept, since completion, hover and problems ask for the same text in turn. */
export function yamlTree(text: string): YamlTree {
  if (last?.text === text) return last;
  const tree = readTree(text);
  last = tree;
  return tree;
}

/** Reads a text and keeps nothing. */
export function readTree(text: string): YamlTree {
  if (text.length > longest) return { text, data: undefined, scalars: [], isWhole: false };
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    const scalars = [...scalarsIn(document.contents, [], false, 0)];
    return { text, data: dataOf(document), scalars, isWhole: document.errors.length === 0 };
  } catch {
    // The parser follows nesting by the stack; what is nested beyond that has no places to tell.
    return { text, data: undefined, scalars: [], isWhole: false };
  }
}

function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

function* scalarsIn(
  node: ParsedNode | null | undefined,
  path: Path,
  inFlow: boolean,
  depth: number,
): Generator<PlacedScalar> {
  if (!node || depth > deepest) return;
  if (isScalar(node)) yield placed(node, 'value', path, inFlow, true);
  else if (isMap(node)) {
    const flow = inFlow || node.flow === true;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const own = [...path, String(key.value)];
      yield placed(
        key,
        'key',
        own,
        flow,
        value !== null && !(isScalar(value) && value.range?.[0] === value.range?.[1]),
      );
      yield* scalarsIn(value as ParsedNode | null, own, flow, depth + 1);
    }
  } else if (isSeq(node)) {
    const flow = inFlow || node.flow === true;
    for (const [index, item] of node.items.entries())
      yield* scalarsIn(item as ParsedNode, [...path, index], flow, depth + 1);
  }
}

function placed(node: Scalar, role: 'key' | 'value', path: Path, inFlow: boolean, hasValue: boolean): PlacedScalar {
  const [start, end] = node.range ?? [0, 0];
  const style = node.type?.startsWith('BLOCK') ? 'block' : node.type?.startsWith('QUOTE') ? 'quoted' : 'plain';
  return { role, path, start, end, text: node.value === null ? '' : String(node.value), style, inFlow, hasValue };
}

/** The scalar at an offset, its ends included. */
export function scalarAt(tree: YamlTree, offset: number): PlacedScalar | undefined {
  return tree.scalars.find(({ start, end }) => start <= offset && offset <= end && start < end);
}

/** Where a path stands: its value where it is a scalar in one place, else its key or the start of the element. */
export function placeOf(tree: YamlTree, path: Path): PlacedScalar | undefined {
  const isHere = (one: PlacedScalar): boolean =>
    one.path.length === path.length && one.path.every((step, index) => step === path[index]);
  const here = tree.scalars.filter(isHere);
  return here.find(({ role, start, end }) => role === 'value' && start < end) ?? here[0];
}

/** The data at a path, if any. */
export function dataAt(data: unknown, path: Path): unknown {
  let here = data;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}
