import * as vscode from 'vscode';

/** A report is read, not watched: it need not follow every key. */
const pauseMs = 300;

/** The windows with reports of files, one for each file. */
export interface FilePanels<Open extends { readonly panel: vscode.WebviewPanel }> extends vscode.Disposable {
  /** By the address of the file. */
  readonly open: ReadonlyMap<string, Open>;
  /** Keeps a window until it is closed. */
  track(key: string, one: Open): void;
}

/** Keeps the windows of reports, and has each drawn anew a moment after its file was written in. */
export function filePanels<Open extends { readonly panel: vscode.WebviewPanel }>(
  refresh: (document: vscode.TextDocument, stillOpen: () => Open | undefined) => void | Promise<void>,
): FilePanels<Open> {
  const open = new Map<string, Open>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const changes = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    const key = document.uri.toString();
    if (!open.has(key)) return;
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void refresh(document, () => open.get(key));
      }, pauseMs),
    );
  });
  return {
    open,
    track(key, one) {
      open.set(key, one);
      one.panel.onDidDispose(() => {
        // Another window may have taken its place.
        if (open.get(key) === one) open.delete(key);
      });
    },
    dispose() {
      changes.dispose();
      for (const timer of timers.values()) clearTimeout(timer);
      for (const { panel } of [...open.values()]) panel.dispose();
    },
  };
}
