import {
  type GradedCriterion,
  gradedCriteria,
  type ModelGrade,
  opinionOf,
  opinionPrompt,
  readReply,
} from '@rubricate/core/labs/opinion';
import { debriefOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { answerInView } from '../../debrief/report.ts';
import { messages } from '../../messages.ts';
import { randomId } from '../../practice/write-new.ts';
import type { Judged } from '../../services.ts';
import type { LabHost } from '../lab.ts';
import { chooseModel, errorWords, isCancelled, replyOf, requestsFor } from './model.ts';
import type { OpinionPanels } from './panels.ts';

/** Asks a model about the active answer. Nothing is sent before the user has agreed, each time anew, to this model and this text. */
export function makeAsking({ reviews, services: { log } }: LabHost, panels: OpinionPanels): () => Promise<void> {
  const running = new Set<string>();
  const judged = async (): Promise<Judged | undefined> => {
    const uri = answerInView();
    const judgement = uri && (await reviews.review(uri));
    if (judgement?.ok) return judgement;
    say(judgement?.reason.message ?? vscode.l10n.t('Open a Markdown answer first.'));
    return undefined;
  };
  const ask = async (judgement: Judged, model: vscode.LanguageModelChat): Promise<void> => {
    const { document, review, answer } = judgement;
    const { text, bodyStart } = answer;
    try {
      const grades = await withCancel(vscode.l10n.t('Asking {0} for a second opinion', model.name), (token, step) =>
        gradesOf(judgement, model, token, step),
      );
      const opinion = opinionOf({ debrief: debriefOf({ review, text }), text, bodyStart, grades });
      const isGraded = [...opinion.differ, ...opinion.agree, ...opinion.uncounted].some(
        ({ theirs }) => theirs !== 'ungraded',
      );
      if (isGraded) panels.show({ opinion, model, text, source: document.uri });
      else
        say(vscode.l10n.t('{0} replied with nothing that can be read as grades, so there is no opinion.', model.name));
    } catch (error) {
      if (isCancelled(error)) return;
      log.warn(`The second opinion failed: ${String(error)}`);
      void messages.showWarningMessage(errorWords(error, model));
    }
  };
  return async () => {
    if (!vscode.workspace.isTrusted) {
      say(vscode.l10n.t('A second opinion is there only in a trusted folder.'));
      return;
    }
    const judgement = await judged();
    const key = judgement?.document.uri.toString() ?? '';
    if (!judgement || running.has(key)) return;
    if (gradedCriteria(judgement.review).length === 0) {
      say(vscode.l10n.t('No criterion is expected at this level.'));
      return;
    }
    running.add(key);
    try {
      const model = await chooseModel();
      if (model && (await isAgreed(judgement, model))) await ask(judgement, model);
    } finally {
      running.delete(key);
    }
  };
}

function say(message: string): void {
  void messages.showInformationMessage(message);
}

/** Whether the user lets this text go to this model, this once. Nothing of the choice is kept. */
async function isAgreed({ document, review }: Judged, model: vscode.LanguageModelChat): Promise<boolean> {
  const send = vscode.l10n.t('Send This Once');
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const message = vscode.l10n.t('Send {0} to {1}?', name, model.name);
  const detail = vscode.l10n.t(
    'The whole text of the answer ({0} words), its question and {1} criteria go to {2} of “{3}”, a language model that this editor offers. Whoever offers it decides where it runs and what is kept. Rubricate itself sends nothing anywhere, and asks you each time.',
    review.words,
    gradedCriteria(review).length,
    model.name,
    model.vendor,
  );
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, send)) === send;
}

async function gradesOf(
  { review, answer }: Judged,
  model: vscode.LanguageModelChat,
  token: vscode.CancellationToken,
  step: (message: string) => void,
): Promise<ReadonlyMap<string, ModelGrade>> {
  const body = answer.text.slice(answer.bodyStart);
  const prompt = (criteria: readonly GradedCriterion[]): string =>
    opinionPrompt({ target: review.target, criteria, answer: body, mark: randomId(16) });
  const requests = await requestsFor(model, gradedCriteria(review), prompt, token);
  const grades = new Map<string, ModelGrade>();
  for (const [at, request] of requests.entries()) {
    if (requests.length > 1) step(vscode.l10n.t('part {0} of {1}', at + 1, requests.length));
    for (const [ref, grade] of readReply(await replyOf(model, request, token), body)) grades.set(ref, grade);
  }
  return grades;
}

/** Shows that something goes on, with a button to end it. Ends at once when that is pressed, whatever the model does. */
async function withCancel<T>(
  title: string,
  work: (token: vscode.CancellationToken, step: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const cancelled = new Promise<never>((_, reject) => {
      token.onCancellationRequested(() => reject(new vscode.CancellationError()));
    });
    return Promise.race([work(token, (message) => progress.report({ message })), cancelled]);
  });
}
