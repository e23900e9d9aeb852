import * as vscode from 'vscode';

/** Random letters and digits, from a source that both extension hosts have. */
export function randomId(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Writes a file that must not exist yet, so that it is there as a whole or not at all. False when a file of that name
 * exists, which is then left as it is; rejects when it cannot be written.
 */
export async function writeNew(file: vscode.Uri, text: string): Promise<boolean> {
  try {
    await writeWhole(file, text, { overwrite: false });
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}

/** Writes a file under a temporary name and renames it. Rejects when that is not possible; then nothing is left behind. */
export async function writeWhole(
  file: vscode.Uri,
  text: string,
  { overwrite }: { readonly overwrite: boolean },
): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const draft = vscode.Uri.joinPath(file, '..', `.${name}.${randomId(4)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(draft, file, { overwrite });
  } catch (error) {
    await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    throw error;
  }
}

export async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

export async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
