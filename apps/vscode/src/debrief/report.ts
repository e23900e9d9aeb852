import { type AttemptRecorded, type Debrief, debriefOf } from '@rubricate/core/practice';
import { findTarget, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import * as vscode from 'vscode';
import { isJudged } from '../judged-documents.ts';
import { attemptsNow, attemptUri } from './attempts.ts';
import type { DebriefHost } from './debrief.ts';

/** A debrief with the text it is of. */
export interface Report {
  readonly debrief: Debrief;
  readonly text: string;
  /** Where the text is read: the answer, or the read-only text of an attempt. */
  readonly source: vscode.Uri;
}

/** Why there is no report, in words. */
export type Reported = Report | { readonly problem: string };

/** The answer that is being worked on; the focus may be in a view beside it. */
export function answerInView(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = activeTextEditor ?? visibleTextEditors.find(({ document }) => isJudged(document));
  return editor?.document.uri;
}

/** The report of an answer as it is now. It counts by the answer's own lens, as attempts do. */
export async function reportOfAnswer(host: DebriefHost, uri: vscode.Uri): Promise<Reported> {
  const judgement = await host.services.reviews.review(uri);
  if (!judgement) return { problem: vscode.l10n.t('Open a Markdown answer first.') };
  if (!judgement.ok) return { problem: judgement.reason.message };
  const { answer, otherLens } = judgement;
  const review = otherLens ? reviewAnswer(answer, otherLens.own) : judgement.review;
  const attempts = (await attemptsNow(host)).get(review.target.question?.id ?? '') ?? [];
  return { debrief: debriefOf({ review, text: answer.text, attempts }), text: answer.text, source: uri };
}

/** The report of an attempt: its kept text, judged anew at the level it was aimed at. */
export async function reportOfAttempt(host: DebriefHost, attempt: AttemptRecorded): Promise<Reported> {
  const { text, question, level, pack, file } = attempt;
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const library = await host.services.packs.library(root && file ? vscode.Uri.joinPath(root, file) : undefined);
  const role = library.packs.find(({ id }) => id === pack)?.role;
  const answer = readAnswer(text);
  const found = findTarget(undefined, library, { question, level, ...(role === undefined ? {} : { role }) });
  if (!found.ok) return { problem: found.reason.message };
  const review = reviewAnswer(answer, found.target);
  const attempts = (await attemptsNow(host)).get(question) ?? [];
  return { debrief: debriefOf({ review, text, attempts, attempt }), text, source: attemptUri(attempt) };
}
