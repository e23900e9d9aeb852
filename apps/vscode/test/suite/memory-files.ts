import * as vscode from 'vscode';

/** A virtual file system in memory, as an extension may bring one; it can be made to fail as a real one does. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>(['/']);
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** How many bytes there is room for yet. */
  room = Number.POSITIVE_INFINITY;
  /** Renaming, which is what records, fails so often. */
  failingRenames = 0;
  /** How many files were read. */
  reads = 0;

  names(): readonly string[] {
    return [...this.#files.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)).sort();
  }

  watch = (): vscode.Disposable => new vscode.Disposable(() => {});

  stat = (uri: vscode.Uri): vscode.FileStat => {
    const file = this.#files.get(uri.path);
    if (!file && !this.#folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  };

  readDirectory = (uri: vscode.Uri): [string, vscode.FileType][] => {
    if (!this.#folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const inside = `${uri.path.replace(/\/$/, '')}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(inside) && !path.slice(inside.length).includes('/'))
      .map((path) => [path.slice(inside.length), vscode.FileType.File]);
  };

  createDirectory = (uri: vscode.Uri): void => {
    this.#folders.add(uri.path);
  };

  readFile = (uri: vscode.Uri): Uint8Array => {
    this.reads += 1;
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };

  /** Where there is too little room, a part of the file is left behind, as a full disk leaves one. */
  writeFile = (uri: vscode.Uri, content: Uint8Array): void => {
    const written = content.slice(0, this.room);
    this.#files.set(uri.path, written);
    this.room -= written.length;
    if (written.length < content.length) throw new Error('ENOSPC: no space left on device, write');
  };

  delete = (uri: vscode.Uri): void => {
    if (!this.#files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
  };

  rename = (from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void => {
    if (this.failingRenames > 0) {
      this.failingRenames -= 1;
      throw vscode.FileSystemError.Unavailable('The connection was lost.');
    }
    const file = this.readFile(from);
    if (this.#files.has(to.path) && !overwrite) throw vscode.FileSystemError.FileExists(to);
    this.#files.delete(from.path);
    this.#files.set(to.path, file);
  };
}
