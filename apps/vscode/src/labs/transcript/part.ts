// The entry of dist/lab-transcript.js; `index.ts` loads it.

import { spokenAttempt } from '@rubricate/core/labs/transcript';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { recordOrSay } from '../../practice/journal.ts';
import { signalName } from '../../wording.ts';
import type { LabHost } from '../lab.ts';
import { transcriptPanels } from './panels.ts';
import { makeReader } from './reader.ts';
import type { TranscriptLab } from './transcript.ts';

export function createTranscriptLab(host: LabHost): TranscriptLab {
  const reader = makeReader(host);
  const panels = transcriptPanels(reader);
  return {
    review: (asked) => panels.show(asked),
    restore: (panel, state) => panels.restore(panel, state),
    async record(asked) {
      const { journal } = host;
      // The report that is looked at, or the file that is.
      const found = await reader.read(asked ?? panels.active());
      if (!found) return undefined;
      const { report, file } = found;
      const event = spokenAttempt(report, { ...journal.occasion(), file: pathInWorkspace(file) });
      if (!event) {
        void messages.showInformationMessage(vscode.l10n.t('Only answers to a question can be recorded.'));
        return undefined;
      }
      return recordOrSay(journal, event, journal.folderFor(file), () => {
        void say(event.question, signalName(event.review.hire.signal));
      });
    },
    dispose: () => panels.dispose(),
  };
}

/** The path from the folder that holds the journal, so that it means the same on another machine. */
function pathInWorkspace(uri: vscode.Uri): string | undefined {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/?$/, '/');
  return root !== undefined && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}

async function say(question: string, signal: string): Promise<void> {
  const debrief = vscode.l10n.t('Open debrief');
  const message = vscode.l10n.t('Recorded what was said as an attempt at {0}: {1}.', question, signal);
  if ((await messages.showInformationMessage(message, debrief)) === debrief)
    await vscode.commands.executeCommand('rubricate.debrief', question);
}
