import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { type Pack, pack as packSchema } from './pack.ts';
import { check } from './problem.ts';

export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A problem of a pack with its place in a file. Line and column count from 1. */
export interface PackProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface PackReading {
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
  /** Where a path of the joined pack stands. */
  locate(path: readonly (string | number)[]): { readonly file: string; readonly line: number; readonly column: number };
}

/** Larger than any pack people write; a bound on time and memory for ones that were made to hurt. */
const longestFile = 1_000_000;

/** More problems than these are counted, not listed: nobody reads them, and finding the place of each takes time. */
const mostProblems = 500;

interface Part {
  readonly file: PackFile;
  readonly document: Document;
  readonly lines: LineCounter;
  /** For keys whose lists are joined: the index of this file's first element. */
  readonly offsets: Map<string, number>;
}

/** Reads a pack from its YAML files: each holds some of the pack's keys; lists and maps of several files are joined. */
export function readPackFiles(files: readonly PackFile[]): PackReading {
  const problems: PackProblem[] = [];
  const parts: Part[] = [];
  const joined: Record<string, unknown> = Object.create(null);
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.text.length > longestFile) {
      problems.push({
        file: file.path,
        line: 1,
        column: 1,
        message: 'This file is larger than 1 MB, which no pack needs.',
      });
      continue;
    }
    const lines = new LineCounter();
    // The parser compares every key of a map with every other; `repeatedKeys` looks each up once.
    const document = parseDocument(file.text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      problems.push({
        file: file.path,
        line,
        column: col,
        message: error.message.split('\n')[0] ?? 'This is not valid YAML.',
      });
    }
    const repeated = document.errors.length > 0 ? [] : repeatedKeys(document);
    for (const at of repeated) {
      const { line, col } = lines.linePos(at);
      problems.push({ file: file.path, line, column: col, message: 'This key stands twice in the same map.' });
    }
    if (document.errors.length + repeated.length > 0) continue;
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: 50 });
    } catch {
      problems.push({
        file: file.path,
        line: 1,
        column: 1,
        message: 'Its aliases expand beyond measure; write the values out.',
      });
      continue;
    }
    if (data === null || data === undefined) continue;
    if (typeof data !== 'object' || Array.isArray(data)) {
      problems.push({ file: file.path, line: 1, column: 1, message: 'Expected keys of a pack, such as "rubrics:".' });
      continue;
    }
    const part: Part = { file, document, lines, offsets: new Map() };
    parts.push(part);
    join(joined, data as Record<string, unknown>, part, problems);
  }
  const locate = (path: readonly (string | number)[]) => locateIn(parts, path, files[0]?.path ?? '');
  const checked = check(packSchema, { ...joined });
  if (!checked.ok) {
    for (const problem of checked.problems.slice(0, mostProblems)) {
      problems.push({ ...locate(problem.path), message: `${pathText(problem.path)}${problem.message}` });
    }
    const more = checked.problems.length - mostProblems;
    if (more > 0) problems.push({ ...locate([]), message: `And ${more} more problems.` });
    return { pack: undefined, problems, locate };
  }
  return { pack: problems.length === 0 ? checked.value : undefined, problems, locate };
}

/** Where keys stand that their map already has. */
function repeatedKeys(document: Document): readonly number[] {
  const places: number[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (seen.has(key.value)) places.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return places;
}

function pathText(path: readonly (string | number)[]): string {
  return path.length === 0 ? '' : `${path.join('.')}: `;
}

function join(into: Record<string, unknown>, data: Record<string, unknown>, part: Part, problems: PackProblem[]): void {
  for (const [key, value] of Object.entries(data)) {
    const before = into[key];
    if (Array.isArray(value) && Array.isArray(before)) {
      part.offsets.set(key, before.length);
      into[key] = [...before, ...value];
    } else if (isRecord(value) && isRecord(before)) {
      for (const name of Object.keys(value)) {
        if (Object.hasOwn(before, name))
          problems.push({
            ...locateIn([part], [key, name], part.file.path),
            message: `"${name}" is already defined in another file.`,
          });
      }
      into[key] = { ...before, ...value };
    } else if (before !== undefined) {
      problems.push({
        ...locateIn([part], [key], part.file.path),
        message: `"${key}" is already given in another file.`,
      });
    } else into[key] = value;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function locateIn(
  parts: readonly Part[],
  path: readonly (string | number)[],
  fallback: string,
): { readonly file: string; readonly line: number; readonly column: number } {
  let best: { depth: number; file: string; line: number; column: number } = {
    depth: -1,
    file: parts[0]?.file.path ?? fallback,
    line: 1,
    column: 1,
  };
  for (const part of parts) {
    const own = relative(path, part);
    for (let depth = own.length; depth > Math.max(0, best.depth); depth--) {
      const at = offsetOf(part.document, own.slice(0, depth));
      if (at === undefined) continue;
      const { line, col } = part.lines.linePos(at);
      best = { depth, file: part.file.path, line, column: col };
      break;
    }
  }
  return { file: best.file, line: best.line, column: best.column };
}

/** The same path counted from this file's own first list element. */
function relative(path: readonly (string | number)[], part: Part): readonly (string | number)[] {
  const [key, index, ...rest] = path;
  if (typeof key !== 'string' || typeof index !== 'number') return path;
  const own = index - (part.offsets.get(key) ?? 0);
  return own < 0 ? [] : [key, own, ...rest];
}

/** Where the key (in a map) or the element (in a list) at a path starts. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const last = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (last === undefined || !isCollection(parent)) return undefined;
  for (const item of isMap(parent) ? (parent.items as readonly unknown[]) : []) {
    const key = (item as { readonly key?: unknown }).key;
    if (isNode(key) && String((key as unknown as { readonly value: unknown }).value) === String(last))
      return key.range?.[0];
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
