import { type Pack, readPackFiles } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { ConfigService, PackService, WorkspaceSettings } from './services.ts';

export interface Packs extends PackService, vscode.Disposable {}

export interface PacksOptions {
  /** `dist/packs` of the extension: `index.json` and one JSON file a pack, checked when they were built. */
  readonly shipped: vscode.Uri;
  readonly config: ConfigService;
  readonly log: vscode.LogOutputChannel;
}

interface OwnPacks {
  readonly library: Promise<Library>;
  readonly held: vscode.Disposable;
}

/** Loads the packs that ship at first use, and those of a workspace where its `rubricate.yaml` names any. */
export function createPacks({ shipped, config, log }: PacksOptions): Packs {
  const changed = new vscode.EventEmitter<void>();
  const own = new Map<string, OwnPacks>();
  let shippedPacks: Promise<readonly Pack[]> | undefined;
  let shippedLibrary: Promise<Library> | undefined;

  const loadShipped = (): Promise<readonly Pack[]> => {
    shippedPacks ??= readShipped(shipped, log);
    return shippedPacks;
  };
  const forget = (): void => {
    for (const { held } of own.values()) held.dispose();
    own.clear();
    changed.fire();
  };

  const ownLibrary = (settings: WorkspaceSettings, folders: readonly vscode.Uri[]): Promise<Library> => {
    const key = settings.file.toString();
    const known = own.get(key);
    if (known) return known.library;
    const watchers = folders.map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*.yaml'));
      return vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(forget),
        watcher.onDidChange(forget),
        watcher.onDidDelete(forget),
      );
    });
    // A collection for each workspace file, so that one never clears another's.
    const problems = vscode.languages.createDiagnosticCollection('rubricate-packs');
    const library = loadShipped().then(async (base) => {
      const reading = await readOwn(base, folders, log);
      // Changed and let go while it was read: what is wrong in it is no longer anyone's.
      if (own.get(key)?.library === library) problems.set(reading.problems);
      return reading.library;
    });
    own.set(key, { library, held: vscode.Disposable.from(problems, ...watchers) });
    return library;
  };

  const subscriptions = vscode.Disposable.from(
    config.onDidChange(forget),
    vscode.workspace.onDidGrantWorkspaceTrust(forget),
  );
  return {
    onDidChange: changed.event,
    async library(scope) {
      const settings = await config.settings(scope);
      const names = settings?.config.packs ?? [];
      // A pack decides what a text is told; in a folder nobody has trusted yet, only those that ship have a say.
      if (settings && names.length > 0 && vscode.workspace.isTrusted) {
        return ownLibrary(
          settings,
          names.map((name) => vscode.Uri.joinPath(settings.folder, name)),
        );
      }
      shippedLibrary ??= loadShipped().then(makeLibrary);
      return shippedLibrary;
    },
    dispose() {
      subscriptions.dispose();
      for (const { held } of own.values()) held.dispose();
      changed.dispose();
    },
  };
}

async function readShipped(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly Pack[]> {
  try {
    const ids = (await readJson(vscode.Uri.joinPath(folder, 'index.json'))) as readonly string[];
    return await Promise.all(
      ids.map(async (id) => (await readJson(vscode.Uri.joinPath(folder, `${id}.json`))) as Pack),
    );
  } catch (error) {
    log.error(`The packs of the extension cannot be read from ${folder.toString(true)}: ${String(error)}`);
    return [];
  }
}

async function readJson(uri: vscode.Uri): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}

interface OwnReading {
  readonly library: Library;
  readonly problems: readonly [vscode.Uri, vscode.Diagnostic[]][];
}

async function readOwn(
  base: readonly Pack[],
  folders: readonly vscode.Uri[],
  log: vscode.LogOutputChannel,
): Promise<OwnReading> {
  const found = (await Promise.all(folders.map((folder) => packFolders(folder, log)))).flat();
  const readings = await Promise.all(
    found.map(async (folder) => ({ folder, reading: readPackFiles(await readYaml(folder, log)) })),
  );
  const packs = readings.flatMap(({ reading }) => (reading.pack ? [reading.pack] : []));
  const library = makeLibrary([...base, ...packs]);
  // A lens says what is wrong only once it is made.
  for (const { id } of packs) library.lens(id);
  const byFile = new Map<string, vscode.Diagnostic[]>();
  const report = (file: string, line: number, column: number, message: string): void => {
    const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(at, at.translate(0, 1)),
      message,
      vscode.DiagnosticSeverity.Error,
    );
    diagnostic.source = 'Rubricate';
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  };
  for (const { reading } of readings) {
    for (const { file, line, column, message } of reading.problems) report(file, line, column, message);
    for (const problem of library.problems) {
      if (problem.pack !== reading.pack?.id) continue;
      const { file, line, column } = reading.locate(problem.path);
      report(file, line, column, problem.message);
    }
  }
  log.info(`Packs of the workspace: ${packs.map(({ id }) => id).join(', ') || 'none'}.`);
  const problems = [...byFile].map(([file, list]): [vscode.Uri, vscode.Diagnostic[]] => [
    vscode.Uri.parse(file, true),
    list,
  ]);
  return { library, problems };
}

/** A named folder is a pack where it holds YAML files itself; otherwise each folder in it is one. */
async function packFolders(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly vscode.Uri[]> {
  const entries = await list(folder, log);
  if (entries.some(([name, type]) => type !== vscode.FileType.Directory && name.endsWith('.yaml'))) return [folder];
  return entries
    .filter(([, type]) => type === vscode.FileType.Directory)
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

async function readYaml(
  folder: vscode.Uri,
  log: vscode.LogOutputChannel,
  depth = 0,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  if (depth > 5) return [];
  const entries = await list(folder, log);
  const files = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return readYaml(uri, log, depth + 1);
      if (!name.endsWith('.yaml')) return [];
      try {
        return [{ path: uri.toString(), text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }];
      } catch (error) {
        log.warn(`${uri.toString(true)} cannot be read: ${String(error)}`);
        return [];
      }
    }),
  );
  return files.flat();
}

async function list(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    log.warn(`The pack folder ${folder.toString(true)} cannot be read: ${String(error)}`);
    return [];
  }
}
