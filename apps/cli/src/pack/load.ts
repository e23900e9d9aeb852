import { resolve } from 'node:path';
import { lintPack, type PackFinding } from '@rubricate/core/authoring';
import type { Pack } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';
import type { Installation, Io } from '../io.ts';
import { type FileProblem, type ReadPack, readPackFolders, readShippedPacks, shownFrom } from '../packs.ts';
import { makeWorkspaces } from '../workspace.ts';

/** One thing to change in a pack, at its place. */
export interface PlacedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: PackFinding['severity'];
  readonly code: string;
  readonly message: string;
}

export interface CheckedPack {
  readonly folder: string;
  /** Undefined where the pack could not be read that far. */
  readonly id: string | undefined;
  readonly findings: readonly PlacedFinding[];
}

export interface LoadedPacks {
  readonly read: readonly ReadPack[];
  /** The packs that ship, those of the workspace, and those that were read. */
  readonly library: Library;
  /** What could not be read. */
  readonly unreadable: readonly FileProblem[];
}

interface Loading {
  readonly io: Io;
  readonly installation: Installation;
  readonly replaceShipped?: boolean | undefined;
}

/** Reads the packs of some folders, and joins them with the packs they may build on. */
export function loadPacks(folders: readonly string[], { io, installation, replaceShipped }: Loading): LoadedPacks {
  const unreadable: FileProblem[] = [];
  const places = folders.map((folder) => resolve(io.cwd, folder)).map((folder) => ({ folder, within: folder }));
  const read = readPackFolders(places, io.cwd, unreadable);
  const own = read.flatMap(({ reading }) => reading.pack ?? []);
  const ids = new Set(own.map(({ id }) => id));
  const shipped = readShippedPacks(installation.packs);
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const workspace = makeWorkspaces(shipped, io.cwd).of(io.cwd).library;
  // The workspace may name the same folders: what was read here stands for them.
  const others: readonly Pack[] = workspace.packs.filter(
    ({ id }) => !ids.has(id) || (shippedIds.has(id) && !replaceShipped),
  );
  return { read, library: makeLibrary([...others, ...own]), unreadable };
}

/** All that is to be said of the packs that were read. */
export function checkPacks({ read, library }: LoadedPacks, cwd: string): readonly CheckedPack[] {
  return read.map(({ folder, reading }) => {
    const { pack } = reading;
    const findings = [
      ...reading.problems.map((problem): PlacedFinding => ({ ...problem, severity: 'error', code: 'content' })),
      ...(pack
        ? lintPack(pack, { library }).map(({ severity, code, path, message }): PlacedFinding => {
            return { ...reading.locate(path), severity, code, message };
          })
        : []),
    ];
    const order = ({ file, line, column }: PlacedFinding) => [file, line, column] as const;
    const sorted = [...findings].sort((a, b) => compare(order(a), order(b)));
    return { folder: shownFrom(cwd, folder), id: pack?.id, findings: sorted };
  });
}

function compare(a: readonly [string, number, number], b: readonly [string, number, number]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2];
}
