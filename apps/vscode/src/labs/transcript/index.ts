import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import { plain } from '../../practice/progress/row.ts';
import type { RegisterLab } from '../lab.ts';
import { type TranscriptLab, type TranscriptPart, transcriptIds } from './transcript.ts';

/** Spoken practice: the transcript of a round, reviewed with its times. Only wires. */
export const registerTranscript: RegisterLab = (host) => {
  const { context } = host;
  const load = partLoader<TranscriptPart, TranscriptLab>(context.extensionUri, 'lab-transcript', (part) => {
    const lab = part.createTranscriptLab(host);
    context.subscriptions.push(lab);
    return lab;
  });
  context.subscriptions.push(
    vscode.commands.registerCommand(transcriptIds.review, async (asked?: unknown) => (await load()).review(asked)),
    vscode.commands.registerCommand(transcriptIds.record, async (asked?: unknown) => (await load()).record(asked)),
    vscode.window.registerWebviewPanelSerializer(transcriptIds.panel, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) =>
        (await load()).restore(panel, state),
    }),
  );
  const label = vscode.l10n.t('Spoken practice');
  const description = vscode.l10n.t('the transcript of a round, reviewed with its times');
  return {
    row: () => ({
      ...plain,
      id: 'lab-transcript',
      label,
      description,
      spoken: `${label}, ${description}`,
      icon: 'mic',
      kind: 'lab',
      command: { id: transcriptIds.review, title: vscode.l10n.t('Review transcript') },
    }),
  };
};
