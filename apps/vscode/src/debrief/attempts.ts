import type { AttemptRecorded } from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import { dayName } from '../practice/words.ts';
import { readingName, signalName } from '../wording.ts';
import { attemptScheme, type DebriefHost } from './debrief.ts';

type AttemptsByQuestion = ReadonlyMap<string, readonly AttemptRecorded[]>;

export async function attemptsNow({ journal }: DebriefHost): Promise<AttemptsByQuestion> {
  return (await journal.readFresh()).progress.attempts;
}

export function findAttempt(attempts: AttemptsByQuestion, id: string): AttemptRecorded | undefined {
  return [...attempts.values()].flat().find((one) => one.id === id);
}

/** The attempt that a row of the tree stands for, or one that is named outright. */
export function attemptAsked(asked: unknown): string | undefined {
  if (typeof asked !== 'object' || asked === null || !('attempt' in asked)) return undefined;
  return typeof asked.attempt === 'string' ? asked.attempt : undefined;
}

/** The question that a row of the tree stands for, or one that is named outright. */
export function questionAsked(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null || !('question' in asked)) return undefined;
  return typeof asked.question === 'string' ? asked.question : undefined;
}

/** Where the text of an attempt is read. Its name says which one it is, for the tab. */
export function attemptUri({ id, question, at }: AttemptRecorded): vscode.Uri {
  const name = question.slice(question.lastIndexOf('/') + 1);
  return vscode.Uri.from({ scheme: attemptScheme, path: `/${name} ${at.slice(0, 10)}.md`, query: id });
}

/** "Open Attempt": an old text, to be read. */
export async function openAttempt(host: DebriefHost, asked: unknown): Promise<void> {
  const attempts = await attemptsNow(host);
  const id = attemptAsked(asked);
  const title = vscode.l10n.t('Open attempt');
  const question =
    questionAsked(asked) ?? (id === undefined ? await pickQuestion(host, attempts, 1, title) : undefined);
  const attempt =
    id === undefined
      ? question &&
        (await pickAttempt(attempts.get(question) ?? [], title, vscode.l10n.t('Choose the attempt to read')))
      : findAttempt(attempts, id);
  if (attempt) await vscode.window.showTextDocument(attemptUri(attempt), { preview: true });
}

/** A question with so many attempts at least: the only one, or one that is chosen. Says what to do where there is none. */
export async function pickQuestion(
  { services }: DebriefHost,
  attempts: AttemptsByQuestion,
  least: number,
  title: string,
): Promise<string | undefined> {
  const library = await services.packs.library();
  const found = [...attempts].filter(([, of]) => of.length >= least);
  if (found.length === 0) {
    void messages.showInformationMessage(
      least > 1
        ? vscode.l10n.t(
            'No question has two attempts yet. "Rubricate: Record Attempt" keeps an answer with its review.',
          )
        : vscode.l10n.t('No attempt is recorded yet. "Rubricate: Record Attempt" keeps an answer with its review.'),
    );
    return undefined;
  }
  if (found.length === 1) return found[0]?.[0];
  const items = found.map(([question, of]) => ({
    label: titleOf(question, library),
    description: of.length === 1 ? vscode.l10n.t('1 attempt') : vscode.l10n.t('{0} attempts', of.length),
    question,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose the question'),
  });
  return choice?.question;
}

/** One of some attempts, newest first. */
export async function pickAttempt(
  attempts: readonly AttemptRecorded[],
  title: string,
  placeHolder: string,
): Promise<AttemptRecorded | undefined> {
  const items = attempts.toReversed().map((attempt) => ({
    label: momentOf(attempt),
    description: verdictOf(attempt),
    ...(attempt.file === undefined ? {} : { detail: attempt.file }),
    attempt,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.attempt;
}

/** "21 Nov, 09:00": two attempts of a day are told apart. */
export function momentOf({ at }: AttemptRecorded): string {
  const time = new Date(at).toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
  return vscode.l10n.t('{0}, {1}', dayName(at), time);
}

function verdictOf({ level, review }: AttemptRecorded): string {
  return vscode.l10n.t(
    '{0} at {1}, reads as {2}, {3} words',
    signalName(review.hire.signal),
    level,
    readingName(review.reading.bar),
    review.words,
  );
}

export function titleOf(question: string, library: Library): string {
  return library.question(question)[0]?.question.title ?? question;
}
