import type { Pack } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { Authoring } from './pack-authoring/authoring.ts';
import type { OwnPack, OwnPacks, OwnState } from './pack-authoring/own-packs.ts';
import { isInside } from './pack-authoring/pack-folders.ts';
import type { ConfigService, PackService, WorkspaceSettings } from './services.ts';
import { configName } from './workspace-config.ts';

export interface Packs extends PackService, vscode.Disposable {
  /** The pack of the workspace that a file is of, with those beside it; undefined for other files, and where nobody trusts. */
  ownPack(uri: vscode.Uri): Promise<{ readonly own: OwnPack; readonly state: OwnState } | undefined>;
  /** The packs that the workspace names, by each of its `rubricate.yaml`; none where nobody trusts it. */
  ownStates(): Promise<readonly OwnState[]>;
  /** The same, read again now. */
  readAgain(): Promise<readonly OwnState[]>;
}

export interface PacksOptions {
  /** `dist/packs` of the extension: `index.json` and one JSON file a pack, checked when they were built. */
  readonly shipped: vscode.Uri;
  readonly config: ConfigService;
  readonly log: vscode.LogOutputChannel;
  /** Loads what reads the packs of a workspace and says what is wrong in them. */
  readonly authoring: () => Promise<Authoring>;
}

interface Kept {
  /** The folders it was made for. */
  readonly names: string;
  readonly own: OwnPacks;
  readonly held: vscode.Disposable;
}

/** Loads the packs that ship at first use, and those of a workspace where its `rubricate.yaml` names any. */
export function createPacks({ shipped, config, log, authoring }: PacksOptions): Packs {
  const changed = new vscode.EventEmitter<void>();
  const kept = new Map<string, Kept>();
  let shippedPacks: Promise<readonly Pack[]> | undefined;
  let shippedLibrary: Promise<Library> | undefined;
  let files: Promise<readonly vscode.Uri[]> | undefined;

  const loadShipped = (): Promise<readonly Pack[]> => {
    shippedPacks ??= readShipped(shipped, log);
    return shippedPacks;
  };
  const loadLibrary = (): Promise<Library> => {
    shippedLibrary ??= loadShipped().then(makeLibrary);
    return shippedLibrary;
  };
  const letGo = (key: string): void => {
    kept.get(key)?.held.dispose();
    kept.delete(key);
  };
  /** Packs of a `rubricate.yaml` that names the same folders as before are kept, and read again only where they changed. */
  const forget = (): void => {
    files = undefined;
    changed.fire();
    if (kept.size > 0) void readAgain();
  };

  /** A pack decides what a text is told; in a folder nobody has trusted yet, only those that ship have a say. */
  const ownOf = (settings: WorkspaceSettings | undefined): OwnPacks | undefined => {
    if (!settings) return undefined;
    const key = settings.file.toString();
    const names = (settings.config.packs ?? []).join('\n');
    const known = kept.get(key);
    if (known?.names === names) return known.own;
    letGo(key);
    if (names === '' || !vscode.workspace.isTrusted) return undefined;
    // A collection for each workspace file, so that one never clears another's.
    const problems = vscode.languages.createDiagnosticCollection('rubricate-packs');
    let latest: OwnState | undefined;
    const show = async (state: OwnState): Promise<void> => {
      const found = await (await authoring()).problemsOf(state);
      if (latest !== state || kept.get(key)?.own !== own) return;
      problems.clear();
      problems.set(found.map(([uri, list]): [vscode.Uri, vscode.Diagnostic[]] => [uri, [...list]]));
    };
    const without = async (error: unknown): Promise<OwnState> => {
      log.error(`The packs of ${settings.file.toString(true)} cannot be read: ${String(error)}`);
      return { settings, named: [], packs: [], library: await loadLibrary() };
    };
    const own = ownPacks(without, async () =>
      (await authoring()).createOwnPacks({
        settings,
        shipped: loadShipped,
        log,
        changed: (state, isFirst) => {
          latest = state;
          show(state).catch((error: unknown) => log.error(`The packs cannot be checked: ${String(error)}`));
          if (!isFirst) changed.fire();
        },
      }),
    );
    kept.set(key, { names, own, held: vscode.Disposable.from(own, problems) });
    return own;
  };

  const allOwn = async (): Promise<readonly OwnPacks[]> => {
    if (!vscode.workspace.isTrusted) return [];
    files ??= Promise.resolve(vscode.workspace.findFiles(`**/${configName}`, '**/node_modules/**', 100));
    const settings = await Promise.all((await files).map((file) => config.settings(file)));
    const present = new Set(settings.map((one) => one?.file.toString()));
    for (const key of [...kept.keys()]) if (!present.has(key)) letGo(key);
    return settings.flatMap((one) => ownOf(one) ?? []);
  };
  const readAgain = async (): Promise<readonly OwnState[]> =>
    Promise.all((await allOwn()).map((own) => own.readAgain()));
  const ownStates = async (): Promise<readonly OwnState[]> => Promise.all((await allOwn()).map((own) => own.state()));
  const touch = ({ document }: { readonly document: vscode.TextDocument }): void => {
    if (document.uri.path.endsWith('.yaml')) for (const { own } of kept.values()) own.touch(document.uri);
  };

  const subscriptions = vscode.Disposable.from(
    config.onDidChange(forget),
    vscode.workspace.onDidGrantWorkspaceTrust(forget),
    vscode.workspace.onDidChangeTextDocument(touch),
    // What was written and never saved no longer counts.
    vscode.workspace.onDidCloseTextDocument((document) => touch({ document })),
  );
  return {
    onDidChange: changed.event,
    ownStates,
    readAgain,
    async library(scope) {
      const own = ownOf(await config.settings(scope));
      if (own) return (await own.state()).library;
      return loadLibrary();
    },
    async ownPack(uri) {
      for (const state of await ownStates()) {
        const own = state.packs.find(({ folder }) => isInside(uri, folder));
        if (own) return { own, state };
      }
      return undefined;
    },
    dispose() {
      subscriptions.dispose();
      for (const key of [...kept.keys()]) letGo(key);
      changed.dispose();
    },
  };
}

/** Packs of a workspace before what reads them is loaded, which is when they are first asked for. */
function ownPacks(without: (error: unknown) => Promise<OwnState>, make: () => Promise<OwnPacks>): OwnPacks {
  let own: OwnPacks | undefined;
  let making: Promise<OwnPacks> | undefined;
  let isDisposed = false;
  const made = (): Promise<OwnPacks> => {
    making ??= make().then(
      (loaded) => {
        own = loaded;
        if (isDisposed) loaded.dispose();
        return loaded;
      },
      (error: unknown) => {
        making = undefined;
        throw error;
      },
    );
    return making;
  };
  return {
    state: () => made().then((loaded) => loaded.state(), without),
    readAgain: () => made().then((loaded) => loaded.readAgain(), without),
    touch: (uri) => own?.touch(uri),
    dispose() {
      isDisposed = true;
      own?.dispose();
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
