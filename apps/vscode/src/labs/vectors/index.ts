import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import { plain } from '../../practice/progress/row.ts';
import type { RegisterLab } from '../lab.ts';
import { type VectorsPart, type VectorView, vectorsCommand, vectorsPanel } from './vectors.ts';

/** The playground of vector indexes. Only wires. */
export const registerVectors: RegisterLab = ({ context }) => {
  const load = partLoader<VectorsPart, VectorView>(context.extensionUri, 'lab-vectors', (part) => {
    const view = part.createVectorView();
    context.subscriptions.push(view);
    return view;
  });
  context.subscriptions.push(
    vscode.commands.registerCommand(vectorsCommand, async () => (await load()).show()),
    vscode.window.registerWebviewPanelSerializer(vectorsPanel, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel) => (await load()).restore(panel),
    }),
  );
  const label = vscode.l10n.t('Vector playground');
  const description = vscode.l10n.t('recall, distances and memory of indexes');
  return {
    row: () => ({
      ...plain,
      id: 'lab-vectors',
      label,
      description,
      spoken: vscode.l10n.t('Vector playground: recall, distances and memory of indexes'),
      icon: 'graph-scatter',
      kind: 'lab',
      command: { id: vectorsCommand, title: label },
    }),
  };
};
