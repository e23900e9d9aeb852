import { type ConfigReading, readWorkspaceConfig } from '@rubricate/core/model';
import * as vscode from 'vscode';
import type { ConfigService, WorkspaceSettings } from './services.ts';

export const configName = 'rubricate.yaml';

/** Folders deeper than this under a workspace are not climbed out of; nobody nests answers that deep. */
const mostFolders = 30;

/** After a change, before it is checked: long enough to finish a word. */
const pauseMs = 300;

export interface WorkspaceConfigs extends ConfigService, vscode.Disposable {}

/** Reads each `rubricate.yaml` once, keeps it until it changes, and shows what is wrong in it as problems of that file. */
export function createWorkspaceConfigs(log: vscode.LogOutputChannel): WorkspaceConfigs {
  const byFolder = new Map<string, Promise<WorkspaceSettings | undefined>>();
  const changed = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection('rubricate-config');
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);

  const forget = (): void => {
    byFolder.clear();
    changed.fire();
  };
  const removed = (uri: vscode.Uri): void => {
    problems.delete(uri);
    forget();
  };

  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** While it is being written, what is wrong in it shows as it stands; it counts once it is saved. */
  const written = (document: vscode.TextDocument): void => {
    const { uri } = document;
    // An old version in a comparison is no file of the folder.
    if (!uri.path.endsWith(`/${configName}`) || !vscode.workspace.getWorkspaceFolder(uri)) return;
    clearTimeout(timers.get(uri.toString()));
    const show = async (): Promise<void> => {
      const text = document.isClosed ? await textIn(uri) : document.getText();
      if (text === undefined) problems.delete(uri);
      else showProblems(uri, text, readWorkspaceConfig(text), problems);
    };
    timers.set(
      uri.toString(),
      setTimeout(() => void show(), pauseMs),
    );
  };

  const inFolder = (folder: vscode.Uri): Promise<WorkspaceSettings | undefined> => {
    const key = folder.toString();
    let reading = byFolder.get(key);
    if (!reading) {
      reading = read(folder, problems, log);
      byFolder.set(key, reading);
    }
    return reading;
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    problems,
    watcher,
    watcher.onDidCreate(forget),
    watcher.onDidChange(forget),
    watcher.onDidDelete(removed),
    vscode.workspace.onDidChangeWorkspaceFolders(forget),
    vscode.workspace.onDidOpenTextDocument(written),
    vscode.workspace.onDidChangeTextDocument(({ document }) => written(document)),
    vscode.workspace.onDidCloseTextDocument(written),
    { dispose: () => timers.forEach((timer) => void clearTimeout(timer)) },
  );
  vscode.workspace.textDocuments.forEach(written);
  return {
    onDidChange: changed.event,
    async settings(scope) {
      for (const folder of foldersAbove(scope)) {
        const found = await inFolder(folder);
        if (found) return found;
      }
      return undefined;
    },
    dispose: () => void subscriptions.dispose(),
  };
}

/** The folder of a file and those above it up to its workspace folder; what lies outside is judged by its own folder. */
function foldersAbove(scope: vscode.Uri | undefined): readonly vscode.Uri[] {
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!scope || scope.scheme === 'untitled') return first ? [first] : [];
  const root = vscode.workspace.getWorkspaceFolder(scope)?.uri;
  const folders: vscode.Uri[] = [];
  if (root?.toString() === scope.toString()) return [root];
  for (let at = vscode.Uri.joinPath(scope, '..'); folders.length < mostFolders; at = vscode.Uri.joinPath(at, '..')) {
    folders.push(at);
    if (!root || at.path === root.path || at.path === '/' || at.path === '') break;
  }
  return folders;
}

async function read(
  folder: vscode.Uri,
  problems: vscode.DiagnosticCollection,
  log: vscode.LogOutputChannel,
): Promise<WorkspaceSettings | undefined> {
  const file = vscode.Uri.joinPath(folder, configName);
  const text = await textIn(file);
  if (text === undefined) {
    problems.delete(file);
    return undefined;
  }
  const reading = readWorkspaceConfig(text);
  showProblems(file, text, reading, problems);
  log.debug(`Read ${file.toString(true)} with ${reading.problems.length} problems.`);
  return { file, folder, config: reading.config, valid: reading.problems.length === 0 };
}

async function textIn(file: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

function showProblems(
  file: vscode.Uri,
  text: string,
  reading: ConfigReading,
  problems: vscode.DiagnosticCollection,
): void {
  problems.set(
    file,
    reading.problems.map(({ start, end, message }) => {
      const diagnostic = new vscode.Diagnostic(rangeIn(text, start, end), message, vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Rubricate';
      return diagnostic;
    }),
  );
}

/** Line and column of offsets in a text that is not open as a document. */
function rangeIn(text: string, start: number, end: number): vscode.Range {
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  const within = text.slice(start, end).split(/\r\n|\r|\n/);
  const line = before.length - 1;
  const column = before[line]?.length ?? 0;
  const last = within.length - 1;
  const lastLength = within[last]?.length ?? 0;
  return new vscode.Range(line, column, line + last, last === 0 ? column + lastLength : lastLength);
}
