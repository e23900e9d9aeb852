import { eventVersion } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { createJournal } from '../../src/practice/journal.ts';
import { recordedMark, writes } from './marks.ts';

/** Records events in the folder that is open, one after the other, and says each only once it is recorded. */
export async function run(): Promise<void> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error('No folder is open.');
  const log = vscode.window.createOutputChannel('Rubricate writes', { log: true });
  const journal = createJournal({
    storage: vscode.Uri.joinPath(workspace.uri, '.storage'),
    copies: vscode.Uri.joinPath(workspace.uri, '.storage', 'copies'),
    log,
  });
  for (let index = 0; index < writes; index++) {
    const common = { v: eventVersion, ...journal.occasion() } as const;
    const card = `p/c${index % 7}`;
    const event =
      index % 3 === 0
        ? ({ ...common, kind: 'card-suspended', card } as const)
        : ({ ...common, kind: 'card-answered', card, right: true, chosen: index } as const);
    const file = await journal.record(event, journal.folderFor(undefined));
    console.log(`${recordedMark}${file.path.slice(file.path.lastIndexOf('/') + 1)}|`);
  }
}
