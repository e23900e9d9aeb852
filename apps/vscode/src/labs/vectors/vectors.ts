import type * as vscode from 'vscode';

export const vectorsCommand = 'rubricate.vectors';
export const vectorsPanel = 'rubricate.vectors';

/** What dist/lab-vectors.js does. */
export interface VectorView extends vscode.Disposable {
  /** Opens the playground, or shows it where it is open. Ends with the first result. */
  show(): Promise<void>;
  /** Fills a panel of a window that opens again; its page knows what was set. */
  restore(panel: vscode.WebviewPanel): void;
}

/** What dist/lab-vectors.js exports. */
export interface VectorsPart {
  createVectorView(): VectorView;
}
