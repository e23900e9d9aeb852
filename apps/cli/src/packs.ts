import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Pack, type PackFile, type PackReading, readPackFiles } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';
import { pathWithin } from './inputs.ts';
import type { Io } from './io.ts';

/** Something wrong in a file of the workspace, with its place. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A folder of packs, and the folder that nothing read there may lead out of. */
export interface PackFolder {
  readonly folder: string;
  readonly within: string;
}

/** One pack as its files give it. */
export interface ReadPack {
  readonly folder: string;
  readonly reading: PackReading;
}

export interface OwnPacks {
  readonly packs: readonly Pack[];
  readonly library: Library;
  readonly problems: readonly FileProblem[];
}

/** The packs that ship: data beside the bundle, checked when it was built. */
export function readShippedPacks(folder: string): readonly Pack[] {
  try {
    const ids = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly string[];
    return ids.map((id) => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Pack);
  } catch (error) {
    throw new Error(
      `The packs that ship with rubricate cannot be read from ${folder}. Install it again. (${messageOf(error)})`,
    );
  }
}

/** Joins the packs that ship with those in `folders`. A pack that is wrong is reported and left out; the others work. */
export function joinOwnPacks(shipped: readonly Pack[], folders: readonly PackFolder[], cwd: string): OwnPacks {
  const problems: FileProblem[] = [];
  const read = readPackFolders(folders, cwd, problems);
  problems.push(...read.flatMap(({ reading }) => reading.problems));
  const packs = read.flatMap(({ reading }) => reading.pack ?? []);
  const library = makeLibrary([...shipped, ...packs]);
  for (const { reading } of read) {
    if (!reading.pack) continue;
    for (const { path, message } of library.problemsOf(reading.pack.id))
      problems.push({ ...reading.locate(path), message });
  }
  return { packs, library, problems };
}

/** Tells what is wrong in files, each with its place, on standard error. */
export function tellProblems(problems: readonly FileProblem[], { error }: Pick<Io, 'error'>): void {
  for (const { file, line, column, message } of problems) error(`${file}:${line}:${column} ${message}\n`);
}

/** Reads the packs of some folders, each once. What cannot be read is added to `problems`. */
export function readPackFolders(
  folders: readonly PackFolder[],
  cwd: string,
  problems: FileProblem[],
): readonly ReadPack[] {
  const seen = new Set<string>();
  return folders
    .flatMap(({ folder, within }) => packFolders({ folder, within }, { cwd, problems, files: 0 }))
    .filter(({ folder }) => !seen.has(folder) && seen.add(folder))
    .map(({ folder, within }) => ({
      folder,
      reading: readPackFiles(readYaml({ folder, within }, { cwd, problems, files: 0 })),
    }));
}

interface Reading {
  readonly cwd: string;
  readonly problems: FileProblem[];
  /** Files read so far. */
  files: number;
}

/** More files or deeper folders than people make; bounds for what a link or a script may have made. */
const mostFiles = 200;
const deepest = 5;
/** A character takes at most three bytes a UTF-16 unit: a larger file is over the bound of a pack before it is read. */
const mostBytes = 3_000_000;

/** A folder with YAML files is a pack; otherwise each folder in it is one. */
function packFolders(place: PackFolder, reading: Reading): readonly PackFolder[] {
  const entries = list(place.folder, reading);
  if (entries.some((entry) => !entry.isDirectory() && isYaml(entry.name))) return [place];
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ folder: join(place.folder, name), within: place.within }));
}

function readYaml({ folder, within }: PackFolder, reading: Reading, depth = 0): readonly PackFile[] {
  if (depth > deepest) return [];
  return list(folder, reading).flatMap((entry): readonly PackFile[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readYaml({ folder: path, within }, reading, depth + 1);
    if (!isYaml(entry.name)) return [];
    const text = readText(path, entry, within, reading);
    return text === undefined ? [] : [{ path: shownFrom(reading.cwd, path), text }];
  });
}

function readText(path: string, entry: Dirent, within: string, reading: Reading): string | undefined {
  const fail = (message: string): undefined => {
    reading.problems.push({ file: shownFrom(reading.cwd, path), line: 1, column: 1, message });
  };
  reading.files++;
  if (reading.files === mostFiles + 1)
    return fail(`A pack has at most ${mostFiles} files. This one and those after it are not read.`);
  if (reading.files > mostFiles) return undefined;
  try {
    if (entry.isSymbolicLink() && !isWithin(within, path))
      return fail(
        `This link leads out of ${shownFrom(reading.cwd, within)}, and nothing outside of it is read. Copy the file here.`,
      );
    const stats = statSync(path);
    if (!stats.isFile()) return fail('This is no file that can be read.');
    if (stats.size > mostBytes) return fail('This file is larger than 1 MB, which no pack needs.');
    return readFileSync(path, 'utf8');
  } catch (error) {
    return fail(`This file cannot be read: ${messageOf(error)}`);
  }
}

function list(folder: string, { cwd, problems }: Reading): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push({
      file: shownFrom(cwd, folder),
      line: 1,
      column: 1,
      message: `This pack folder cannot be read: ${messageOf(error)}`,
    });
    return [];
  }
}

/** Whether a path, once every link on the way is followed, is a folder or something in it. What is not there leads nowhere. */
export function isWithin(folder: string, path: string): boolean {
  const real = (name: string): string | undefined => {
    try {
      return realpathSync(name);
    } catch {
      return undefined;
    }
  };
  const [home, target] = [real(folder), real(path)];
  if (home === undefined || target === undefined) return target === undefined && pathWithin(folder, path) !== undefined;
  return home === target || pathWithin(home, target) !== undefined;
}

/** Where the folder of a workspace is itself named, its rubricate.yaml is no part of a pack. */
function isYaml(name: string): boolean {
  if (name === 'rubricate.yaml') return false;
  return name.endsWith('.yaml') || name.endsWith('.yml');
}

/** A path as a reader in `cwd` would type it. */
export function shownFrom(cwd: string, file: string): string {
  const path = relative(cwd, file);
  return (path === '' ? '.' : path.startsWith('..') && file.length < path.length ? file : path).replaceAll('\\', '/');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
