import * as vscode from 'vscode';
import { registerDebrief } from '../debrief/index.ts';
import type { HushedReviews } from '../hushed-reviews.ts';
import { registerLabs } from '../labs/index.ts';
import { registerPractising } from '../practising/index.ts';
import type { Services } from '../services.ts';
import { createJournal } from './journal.ts';
import { registerNewAnswer } from './new-answer.ts';
import { registerPlan } from './plan/index.ts';
import { registerProgress } from './progress/view.ts';
import { registerQuiz } from './quiz/index.ts';
import { registerRecording } from './recording/index.ts';

/** What a person does over time: answers, attempts, quizzes, and the tree that shows how far they are. Only wires. */
export function registerPractice(context: vscode.ExtensionContext, services: Services, reviews: HushedReviews): void {
  const journal = createJournal({
    storage: context.globalStorageUri,
    copies: vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'journals'),
    log: services.log,
  });
  context.subscriptions.push(journal);
  registerNewAnswer(context, services, journal);
  registerRecording(context, services, journal);
  const stories = registerPractising(context, services, reviews, journal);
  registerDebrief(context, services, journal);
  registerQuiz(context, services, journal);
  const labs = registerLabs({ context, services, reviews, journal });
  registerProgress(context, services, journal, { planning: registerPlan(context, services, journal), stories, labs });
}
