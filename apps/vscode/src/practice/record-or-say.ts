import type { PracticeEvent } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import type { Journal } from './journal.ts';

/** An event that could not be recorded yet. */
interface Waiting {
  readonly event: PracticeEvent;
  readonly folder: vscode.Uri;
  readonly recorded: (file: vscode.Uri) => void;
}

/** What waits to be recorded, by the id of the event; of each journal of this window. */
const waitingOf = new WeakMap<Journal, Map<string, Waiting>>();
/** A message stands until it is answered; a second beside it would ask the same. */
const asking = new WeakSet<Journal>();

/** How many events wait to be recorded. */
export function waitingEvents(journal: Journal): number {
  return waitingOf.get(journal)?.size ?? 0;
}

/**
 * Records an event, or says why it could not be and keeps it until it is: it is tried again when asked for, and along with
 * the next event that can be recorded there. The user may also have it kept in the extension's own storage, which is read as
 * well. Undefined when it was not recorded now. The message waits for the user; the caller does not.
 */
export async function recordOrSay(
  journal: Journal,
  event: PracticeEvent,
  folder: vscode.Uri,
  recorded: (file: vscode.Uri) => void,
): Promise<vscode.Uri | undefined> {
  try {
    const file = await journal.record(event, folder);
    recorded(file);
    // Where one could be written, those that waited can be.
    void recordWaiting(journal, (one) => (one.folder.toString() === folder.toString() ? folder : undefined));
    return file;
  } catch (error) {
    const waiting = waitingOf.get(journal) ?? new Map<string, Waiting>();
    waitingOf.set(journal, waiting.set(event.id, { event, folder, recorded }));
    void offer(journal, folder, wordsOf(error));
    return undefined;
  }
}

/** Tries all that waits once more, and says so where it does not help. */
export async function retryWaiting(journal: Journal): Promise<void> {
  await retry(journal, ({ folder }) => folder);
}

interface Failure {
  readonly folder: vscode.Uri;
  readonly reason: string;
}

/** Records what waits, in the folder that is chosen for it; gives the first failure. */
async function recordWaiting(
  journal: Journal,
  folderOf: (waiting: Waiting) => vscode.Uri | undefined,
): Promise<Failure | undefined> {
  let failure: Failure | undefined;
  const waiting = waitingOf.get(journal);
  for (const one of [...(waiting?.values() ?? [])]) {
    const folder = folderOf(one);
    if (!folder) continue;
    try {
      const file = await journal.record(one.event, folder);
      if (waiting?.delete(one.event.id)) one.recorded(file);
    } catch (error) {
      failure ??= { folder, reason: wordsOf(error) };
    }
  }
  return failure;
}

async function retry(journal: Journal, folderOf: (waiting: Waiting) => vscode.Uri): Promise<void> {
  const failure = await recordWaiting(journal, folderOf);
  if (failure) void offer(journal, failure.folder, failure.reason);
}

async function offer(journal: Journal, folder: vscode.Uri, reason: string): Promise<void> {
  if (asking.has(journal)) return;
  asking.add(journal);
  const again = vscode.l10n.t('Try again');
  const keep = vscode.l10n.t("Keep in Rubricate's own storage");
  const isOwn = folder.toString() === journal.own.toString();
  const count = waitingEvents(journal);
  const where = vscode.workspace.asRelativePath(folder);
  const message =
    count === 1
      ? vscode.l10n.t(
          'This is not recorded yet, because {0} could not be written: {1} It waits as long as this window is open. Your text is as it was.',
          where,
          reason,
        )
      : vscode.l10n.t(
          '{0} events are not recorded yet, because {1} could not be written: {2} They wait as long as this window is open. Your texts are as they were.',
          count,
          where,
          reason,
        );
  const choice = await messages.showErrorMessage(message, ...(isOwn ? [again] : [again, keep]));
  asking.delete(journal);
  if (choice === again) await retryWaiting(journal);
  if (choice === keep) await retry(journal, () => journal.own);
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith('.') ? message : `${message}.`;
}
