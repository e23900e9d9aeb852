import * as vscode from 'vscode';

/** What the harness says about this run; it writes the file into the copied workspace. */
export type RunFacts = {
  readonly host: 'node' | 'web';
  readonly trust: 'off' | 'restricted';
  /** Whether the extension was installed from its package, as a user would, instead of run from its folder. */
  readonly installed?: boolean;
};

const folder = (): vscode.Uri => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('The run has no workspace folder.');
  return first.uri;
};

/** A file of the workspace copy that this run may change as it likes. */
export const fileUri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), ...name.split('/'));

export const readRunFacts = async (): Promise<RunFacts> =>
  JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri('.vscode/run-facts.json'))));

/** Opens a file of the workspace in an editor. */
export const openFile = async (name: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));

/** Waits until `read` gives something other than undefined, false or an empty list; events come when they come. */
export const eventually = async <T>(what: string, read: () => T | Promise<T>): Promise<NonNullable<T>> => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    const isEmpty =
      value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) return value;
    if (Date.now() > deadline) throw new Error(`Waited 20 seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** The hints Rubricate shows on a document. */
export const hintsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Rubricate');
