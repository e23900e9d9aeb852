// The entry of dist/lab-vectors.js; `index.ts` loads it.
import * as vscode from 'vscode';
import { randomId } from '../../practice/write-new.ts';
import { pageHtml } from './page.ts';
import { type VectorRun, vectorRun } from './run.ts';
import { type VectorView, vectorsPanel } from './vectors.ts';

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly run: VectorRun;
}

export function createVectorView(): VectorView {
  let open: Open | undefined;
  const fill = (panel: vscode.WebviewPanel): Open => {
    // Nothing is loaded from anywhere: the page holds all it needs.
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const run = vectorRun((message) => panel.webview.postMessage(message));
    const listening = panel.webview.onDidReceiveMessage((message: unknown) => run.receive(message));
    const own = { panel, run };
    panel.onDidDispose(() => {
      listening.dispose();
      run.stop();
      if (open === own) open = undefined;
    });
    panel.webview.html = pageHtml(randomId(16));
    return own;
  };
  return {
    async show() {
      if (open) {
        open.panel.reveal();
        return;
      }
      const column = vscode.ViewColumn.Active;
      open = fill(vscode.window.createWebviewPanel(vectorsPanel, vscode.l10n.t('Vector playground'), column));
      await open.run.first;
    },
    restore(panel) {
      if (open) panel.dispose();
      else open = fill(panel);
    },
    dispose() {
      open?.panel.dispose();
    },
  };
}
