import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Pack, readWorkspaceConfig, type WorkspaceConfig } from '@rubricate/core/model';
import { type Library, makeLibrary, matchesGlob } from '@rubricate/core/review';
import { pathWithin } from './inputs.ts';
import { type FileProblem, isWithin, joinOwnPacks, messageOf, type PackFolder, shownFrom } from './packs.ts';
import { decode, positionAt, sourceText } from './source-text.ts';

const configName = 'rubricate.yaml';

/** What holds for the files of one folder: the nearest `rubricate.yaml` above them, and the packs it adds. */
export interface Workspace {
  readonly folder: string | undefined;
  readonly config: WorkspaceConfig;
  readonly library: Library;
}

/** Finds the workspace of a file. Each folder and each `rubricate.yaml` is read once. */
export interface Workspaces {
  of(folder: string): Workspace;
  /** What was wrong in files of the workspaces met so far. */
  readonly problems: readonly FileProblem[];
}

export function makeWorkspaces(shipped: readonly Pack[], cwd: string): Workspaces {
  const problems: FileProblem[] = [];
  const known = new Map<string, Workspace>();
  let plain: Workspace | undefined;
  const of = (folder: string): Workspace => {
    let workspace = known.get(folder);
    if (!workspace) {
      const parent = dirname(folder);
      workspace = readWorkspace(folder) ?? (parent === folder ? withoutConfig() : of(parent));
      known.set(folder, workspace);
    }
    return workspace;
  };
  const withoutConfig = (): Workspace => {
    plain ??= { folder: undefined, config: {}, library: makeLibrary(shipped) };
    return plain;
  };
  const readWorkspace = (folder: string): Workspace | undefined => {
    const file = join(folder, configName);
    const shown = shownFrom(cwd, file);
    let text: string;
    try {
      text = decode(readFileSync(file));
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      problems.push({ file: shown, line: 1, column: 1, message: `This file cannot be read: ${messageOf(error)}` });
      return undefined;
    }
    const reading = readWorkspaceConfig(text);
    const source = sourceText(text);
    for (const { start, message } of reading.problems)
      problems.push({ file: shown, ...positionAt(source, start), message });
    const folders: PackFolder[] = [];
    for (const name of reading.config.packs ?? []) {
      const named = resolve(folder, name);
      // Whoever hands over a workspace decides what it names; it does not decide what else of a machine is read.
      if (isWithin(folder, named)) folders.push({ folder: named, within: folder });
      else
        problems.push({ file: shown, ...positionAt(source, Math.max(0, text.indexOf(name))), message: outside(name) });
    }
    if (folders.length === 0) return { folder, config: reading.config, library: withoutConfig().library };
    const own = joinOwnPacks(shipped, folders, cwd);
    problems.push(...own.problems);
    return { folder, config: reading.config, library: own.library };
  };
  return { of, problems };
}

function outside(name: string): string {
  return `"${name}" leads out of the folder of this rubricate.yaml, and packs are read from inside it only. Move or copy the pack there.`;
}

/** What a workspace says about one of its files. Patterns count from the folder of `rubricate.yaml`. */
export function settingsFor(workspace: Workspace, file: string | undefined) {
  const { company, role, level, rubrics = {} } = workspace.config;
  const path = workspace.folder && file ? pathWithin(workspace.folder, file) : undefined;
  const pattern = path === undefined ? undefined : Object.keys(rubrics).find((glob) => matchesGlob(path, glob));
  return { company, role, level, rubrics: pattern === undefined ? undefined : rubrics[pattern] };
}
