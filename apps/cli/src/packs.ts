import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Pack, type PackFile, readPackFiles } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';

/** Something wrong in a file of the workspace, with its place. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
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
export function joinOwnPacks(shipped: readonly Pack[], folders: readonly string[], cwd: string): OwnPacks {
  const problems: FileProblem[] = [];
  const readings = [...new Set(folders)]
    .flatMap((folder) => packFolders(folder, cwd, problems))
    .map((folder) => {
      const reading = readPackFiles(readYaml(folder, cwd, problems));
      problems.push(...reading.problems);
      return reading;
    });
  const packs = readings.flatMap(({ pack }) => (pack ? [pack] : []));
  const library = makeLibrary([...shipped, ...packs]);
  // What is wrong between packs shows only once a lens is made.
  for (const { id } of packs) library.lens(id);
  for (const { pack, locate } of readings) {
    for (const { pack: of, path, message } of library.problems) {
      if (pack && of === pack.id) problems.push({ ...locate(path), message });
    }
  }
  return { packs, library, problems };
}

/** A folder with YAML files is a pack; otherwise each folder in it is one. */
function packFolders(folder: string, cwd: string, problems: FileProblem[]): readonly string[] {
  const entries = list(folder, cwd, problems);
  if (entries.some((entry) => !entry.isDirectory() && isYaml(entry.name))) return [folder];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

function readYaml(folder: string, cwd: string, problems: FileProblem[], depth = 0): readonly PackFile[] {
  if (depth > 5) return [];
  return list(folder, cwd, problems).flatMap((entry): readonly PackFile[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readYaml(path, cwd, problems, depth + 1);
    if (!isYaml(entry.name)) return [];
    try {
      return [{ path: shownFrom(cwd, path), text: readFileSync(path, 'utf8') }];
    } catch (error) {
      problems.push({
        file: shownFrom(cwd, path),
        line: 1,
        column: 1,
        message: `This file cannot be read: ${messageOf(error)}`,
      });
      return [];
    }
  });
}

function list(folder: string, cwd: string, problems: FileProblem[]) {
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

function isYaml(name: string): boolean {
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
