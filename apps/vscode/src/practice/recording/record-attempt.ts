import { type AttemptRecorded, type AttemptTimes, attemptOf, changeBetween } from '@rubricate/core/practice';
import { type Review, reviewAnswer } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { commandIds } from '../../command-ids.ts';
import { messages } from '../../messages.ts';
import type { Services } from '../../services.ts';
import { readingName, signalName } from '../../wording.ts';
import { practiceIds } from '../ids.ts';
import { type Journal, recordOrSay } from '../journal.ts';
import { pathInWorkspace } from '../path-in-workspace.ts';
import { dayName } from '../words.ts';

/** An answer that a mock interview hands over: its address, and how the time was spent. */
interface Written {
  readonly document: string;
  readonly times: AttemptTimes;
}

function isWritten(asked: unknown): asked is Written {
  return typeof asked === 'object' && asked !== null && 'document' in asked && 'times' in asked;
}

/**
 * Reviews the active answer and records what came of it, with its text. Resolves with the file of the event, once it is
 * recorded; undefined where it was not.
 */
export async function recordAttempt(
  { reviews }: Services,
  journal: Journal,
  asked: unknown,
): Promise<vscode.Uri | undefined> {
  const written = isWritten(asked) ? asked : undefined;
  const uri = written ? vscode.Uri.parse(written.document, true) : vscode.window.activeTextEditor?.document.uri;
  const judgement = uri && (await reviews.reviewFinished(uri));
  if (!judgement?.ok) {
    void explain(judgement?.reason);
    return undefined;
  }
  const folder = journal.folderFor(judgement.document.uri);
  // An attempt counts by the answer's own lens; another one is for looking through.
  const review = judgement.otherLens ? reviewAnswer(judgement.answer, judgement.otherLens.own) : judgement.review;
  const event = attemptOf(review, {
    ...journal.occasion(),
    text: judgement.answer.text,
    file: pathInWorkspace(judgement.document.uri),
    times: written?.times,
  });
  if (!event) {
    void messages.showInformationMessage(
      vscode.l10n.t('Only answers to a question can be recorded. Name it in the front matter: "question: …".'),
    );
    return undefined;
  }
  const before = (await journal.readFresh()).progress.attempts.get(event.question)?.at(-1);
  if (before && isSame(before, event) && !(await confirmSame(before))) return undefined;
  return recordOrSay(journal, event, folder, () => void say(review, event, before));
}

async function explain(reason: { readonly code: string; readonly message: string } | undefined): Promise<void> {
  const add = vscode.l10n.t('Add front matter');
  const message = reason?.message ?? vscode.l10n.t('Open a Markdown answer first.');
  const choice = await messages.showInformationMessage(message, ...(reason?.code === 'no-target' ? [add] : []));
  if (choice === add) await vscode.commands.executeCommand(commandIds.addFrontMatter);
}

function isSame(before: AttemptRecorded, after: AttemptRecorded): boolean {
  return before.text === after.text && before.level === after.level && before.file === after.file;
}

/** A second press by mistake would look like progress that stands still. */
async function confirmSame(before: AttemptRecorded): Promise<boolean> {
  const anyway = vscode.l10n.t('Record it all the same');
  const choice = await messages.showInformationMessage(
    vscode.l10n.t('This text was recorded on {0} and has not changed since.', dayName(before.at)),
    anyway,
  );
  return choice === anyway;
}

async function say(review: Review, event: AttemptRecorded, before: AttemptRecorded | undefined): Promise<void> {
  const show = vscode.l10n.t('Show progress');
  const debrief = vscode.l10n.t('Open debrief');
  const hasDebrief = (await vscode.commands.getCommands(true)).includes(debriefId);
  const choice = await messages.showInformationMessage(
    recordedMessage(review, event, before),
    ...(hasDebrief ? [debrief, show] : [show]),
  );
  if (choice === debrief) await vscode.commands.executeCommand(debriefId, event.question);
  if (choice === show) await vscode.commands.executeCommand(practiceIds.focusProgress);
}

/** The command that shows the report of a question's last attempt. */
const debriefId = 'rubricate.debrief';

/** What was recorded, and what changed since the attempt before. */
function recordedMessage(review: Review, event: AttemptRecorded, before: AttemptRecorded | undefined): string {
  const judged = vscode.l10n.t(
    'Recorded: {0} at {1}. {2}, reads as {3}, {4} words.',
    review.target.question?.title ?? event.question,
    event.level,
    signalName(event.review.hire.signal),
    readingName(event.review.reading.bar),
    event.review.words,
  );
  const recorded = [judged, ...timeWords(event)].join(' ');
  if (!before) return `${recorded} ${vscode.l10n.t('This is its first attempt.')}`;
  const change = changeBetween(before, event);
  const since = vscode.l10n.t('Since {0}:', dayName(before.at));
  if (!change.sameLevel) {
    return `${recorded} ${since} ${vscode.l10n.t('aimed at {0} then, so the two do not compare.', before.level)}`;
  }
  const parts = [
    ...(change.signal.from === change.signal.to
      ? []
      : [vscode.l10n.t('{0} became {1}', lower(signalName(change.signal.from)), lower(signalName(change.signal.to)))]),
    ...(change.gained.length > 0 ? [vscode.l10n.t('gained {0}', titles(review, change.gained))] : []),
    ...(change.lost.length > 0 ? [vscode.l10n.t('lost {0}', titles(review, change.lost))] : []),
    ...(change.pitfallsGone.length > 0
      ? [vscode.l10n.t('no longer there: {0}', titles(review, change.pitfallsGone))]
      : []),
    ...(change.pitfallsNew.length > 0 ? [vscode.l10n.t('new pitfall: {0}', titles(review, change.pitfallsNew))] : []),
  ];
  if (parts.length === 0) return `${recorded} ${since} ${vscode.l10n.t('nothing that is judged has changed.')}`;
  return `${recorded} ${since} ${parts.join('; ')}.`;
}

function timeWords({ times }: AttemptRecorded): readonly string[] {
  if (!times) return [];
  const minutes = (seconds: number): number => Math.round(seconds / 60);
  return [vscode.l10n.t('Written in {0} of {1} minutes.', minutes(times.used), minutes(times.allowed))];
}

const lower = (text: string): string => text.toLocaleLowerCase(vscode.env.language);
const mostTitles = 3;

function titles(review: Review, refs: readonly string[]): string {
  const known = new Map([
    ...review.criteria.map(({ criterion }) => [criterion.ref, criterion.title] as const),
    ...review.pitfalls.map(({ pitfall }) => [pitfall.ref, pitfall.title] as const),
  ]);
  const named = refs.slice(0, mostTitles).map((ref) => known.get(ref) ?? ref);
  const list = named.join(', ');
  return refs.length > mostTitles ? vscode.l10n.t('{0} and {1} more', list, refs.length - mostTitles) : list;
}
