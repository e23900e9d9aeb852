import { type Document, isCollection, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type Pack, pack as packSchema } from './pack.ts';
import { type Unwanted, unwantedIn, whyNotParsed, whyNotWalked } from './pack-file-guards.ts';
import { repeatedIds } from './pack-ids.ts';
import { check, type Problem } from './problem.ts';

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

/** Larger than any pack people write; bounds on time and memory for ones that were made to hurt. */
const longestFile = 1_000_000;
const longestPack = 4_000_000;

/** More problems than these are counted, not listed: nobody reads them, and finding the place of each takes time. */
const mostProblems = 500;
/** A name in a message is cut after so much; a path is made of names. */
const longestMessage = 500;
const longestName = 80;

interface Part {
  readonly file: PackFile;
  readonly document: Document;
  readonly lines: LineCounter;
  /** For keys whose lists are joined: the index of this file's first element. */
  readonly offsets: Map<string, number>;
}

/**
 * Reads a pack from its YAML files: each holds some of the pack's keys; lists and maps of several files are joined. Never
 * throws: what is wrong is a problem with its place, and a pack with a problem is not used.
 */
export function readPackFiles(files: readonly PackFile[]): PackReading {
  const problems: PackProblem[] = [];
  const parts: Part[] = [];
  const joined: Record<string, unknown> = Object.create(null);
  let room = longestPack;
  let unread = false;
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    room -= file.text.length;
    const read = readFile(file, room);
    problems.push(...read.problems);
    unread ||= read.problems.length > 0;
    if (!read.part || read.problems.length > 0) continue;
    parts.push(read.part);
    join(joined, read.data, read.part, problems);
  }
  const fallback = files[0]?.path ?? '';
  const locate = (path: readonly (string | number)[]) => locateIn(parts, path, fallback);
  const finish = (pack: Pack | undefined): PackReading => {
    const listed = problems.slice(0, mostProblems);
    const more = problems.length - listed.length;
    if (more > 0) listed.push({ ...locate([]), message: `And ${more} more problems.` });
    return { pack: problems.length === 0 ? pack : undefined, problems: listed, locate };
  };
  if (parts.length === 0 && problems.length === 0) {
    problems.push({
      ...locate([]),
      message: 'There is nothing in this pack yet. Begin with "id:", "title:" and "levels:".',
    });
    return finish(undefined);
  }
  const { pack, found } = checkPack(joined);
  // What stands in a file that could not be read is not missing.
  const told = unread ? found.filter(({ path }) => path.length !== 1 || Object.hasOwn(joined, String(path[0]))) : found;
  for (const [index, { path, message }] of told.entries()) {
    // Counted beyond the bound, without looking for its place.
    const place = index <= mostProblems ? locate(path) : { file: fallback, line: 1, column: 1 };
    problems.push({ ...place, message: cut(`${pathText(path)}${message}`, longestMessage) });
  }
  return finish(pack);
}

/** Checks the joined content against the schema, then what a schema cannot say. */
function checkPack(joined: Readonly<Record<string, unknown>>): {
  readonly pack: Pack | undefined;
  readonly found: readonly Problem[];
} {
  const checked = check(packSchema, { ...joined });
  if (!checked.ok) return { pack: undefined, found: checked.problems };
  return { pack: checked.value, found: repeatedIds(checked.value) };
}

interface FileReading {
  readonly part: Part | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly PackProblem[];
}

/** Parses one file. `room` is what is left of the size of a pack after this file. */
function readFile(file: PackFile, room: number): FileReading {
  const lines = new LineCounter();
  const place = ({ at, message }: Unwanted): PackProblem => {
    const { line, col } = lines.linePos(at);
    return {
      file: file.path,
      line: Math.max(1, line),
      column: Math.max(1, col),
      message: cut(message, longestMessage),
    };
  };
  const failed = (...unwanted: readonly Unwanted[]): FileReading => ({
    part: undefined,
    data: {},
    problems: unwanted.slice(0, mostProblems).map(place),
  });
  if (file.text.length > longestFile)
    return failed({ at: 0, message: 'This file is larger than 1 MB, which no pack needs.' });
  if (room < 0)
    return failed({ at: 0, message: 'The files of this pack are larger than 4 MB together, which no pack needs.' });
  const why = whyNotParsed(file.text);
  if (why) {
    for (const { index } of file.text.matchAll(/^/gm)) lines.addNewLine(index);
    return failed(why);
  }
  let document: Document;
  let data: unknown;
  try {
    // The parser compares every key of a map with every other; `unwantedIn` looks each up once.
    document = parseDocument(file.text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
    if (document.errors.length > 0) {
      // The parser's messages end with the place, which is told apart.
      const message = (text: string): string => (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '.');
      return failed(...document.errors.map((error) => ({ at: error.pos[0], message: message(error.message) })));
    }
    const unwanted = unwantedIn(document, file.text);
    if (unwanted.length > 0) return failed(...unwanted);
    data = document.toJS({ maxAliasCount: 50 });
  } catch {
    return failed({ at: 0, message: 'Its aliases expand beyond measure; write the values out.' });
  }
  const large = whyNotWalked(data);
  if (large) return failed({ at: 0, message: large });
  if (data === null || data === undefined) return failed();
  if (typeof data !== 'object' || Array.isArray(data))
    return failed({ at: 0, message: 'Expected keys of a pack, such as "rubrics:".' });
  return {
    part: { file, document, lines, offsets: new Map() },
    data: data as Record<string, unknown>,
    problems: [],
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

function pathText(path: readonly (string | number)[]): string {
  return path.length === 0 ? '' : `${path.map((part) => cut(String(part), longestName)).join('.')}: `;
}

function join(
  into: Record<string, unknown>,
  data: Readonly<Record<string, unknown>>,
  part: Part,
  problems: PackProblem[],
): void {
  for (const [key, value] of Object.entries(data)) {
    // A key with nothing after it yet, as people leave it while they write, gives nothing.
    if (value === null) continue;
    const before = into[key];
    if (Array.isArray(value) && Array.isArray(before)) {
      part.offsets.set(key, before.length);
      into[key] = [...before, ...value];
    } else if (isRecord(value) && isRecord(before)) {
      for (const name of Object.keys(value)) {
        if (Object.hasOwn(before, name))
          problems.push({
            ...locateIn([part], [key, name], part.file.path),
            message: `"${cut(name, longestName)}" is already defined in another file.`,
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
