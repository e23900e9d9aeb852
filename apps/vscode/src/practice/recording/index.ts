import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import type { Services } from '../../services.ts';
import { practiceIds } from '../ids.ts';
import type { Journal, JournalReading } from '../journal.ts';
import type { Recording, RecordingPart } from './recording.ts';

/** The start of a window has more urgent things to read. */
const startPauseMs = 2_000;

/**
 * Recording attempts, and looking after the files they are recorded in. Only wires and watches; what is done is a part that
 * is loaded when asked for.
 */
export function registerRecording(context: vscode.ExtensionContext, services: Services, journal: Journal): void {
  const load = partLoader<RecordingPart, Recording>(context.extensionUri, 'recording', (part) =>
    part.createRecording({ services, journal, memory: context.globalState }),
  );
  const orLog = (promise: Promise<void>): void => {
    promise.catch((error: unknown) => services.log.error(`The journal cannot be looked after: ${String(error)}`));
  };
  let told = new Set<string>();
  const tellOfNew = async (): Promise<void> => {
    const { damaged } = await journal.read();
    const fresh = damaged.filter(({ file }) => !told.has(file.toString()));
    told = new Set(damaged.map(({ file }) => file.toString()));
    if (fresh.length > 0) await (await load()).tellOfDamaged(fresh);
  };
  const offerToMove = async (): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(journal.own).then(undefined, () => []);
    if (entries.length > 0) await (await load()).offerToMove();
  };
  const offerSoon = (): void => orLog(offerToMove());
  const atStart = setTimeout(() => orLog(tellOfNew()), startPauseMs);
  context.subscriptions.push(
    journal.onDidChange(() => orLog(tellOfNew())),
    // What was damaged before the window opened is told as well.
    new vscode.Disposable(() => clearTimeout(atStart)),
    vscode.workspace.onDidChangeWorkspaceFolders(offerSoon),
    vscode.workspace.onDidGrantWorkspaceTrust(offerSoon),
    vscode.commands.registerCommand(practiceIds.recordAttempt, async (asked?: unknown) =>
      (await load()).recordAttempt(asked),
    ),
    vscode.commands.registerCommand(practiceIds.checkJournal, async (): Promise<JournalReading> => {
      const reading = await journal.readFresh();
      orLog(load().then((part) => part.showJournal(reading)));
      return reading;
    }),
    vscode.commands.registerCommand(practiceIds.moveJournal, async () => (await load()).move()),
  );
  offerSoon();
}
