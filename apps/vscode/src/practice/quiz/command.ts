import {
  type CardAnswer,
  type DealtCard,
  deckFor,
  eventVersion,
  generalDeck,
  pickCards,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import { practiceIds } from '../ids.ts';
import { type Journal, recordOrSay } from '../journal.ts';
import { targetOf, workspaceTarget } from '../target.ts';
import { pressBackspace } from './quick-input.ts';
import { quickPickUi } from './quick-pick-ui.ts';
import { runQuiz } from './run-quiz.ts';

/** Enough for five minutes, and for nobody to put it off. */
const cardsOfQuiz = 5;

export function registerQuiz(context: vscode.ExtensionContext, services: Services, journal: Journal): void {
  let isOn = false;
  context.subscriptions.push(
    vscode.commands.registerCommand(practiceIds.quizBack, pressBackspace),
    vscode.commands.registerCommand(practiceIds.quiz, async () => {
      // A second quiz over the first would end it by taking its place.
      if (isOn) return;
      isOn = true;
      try {
        while (await quizOnce(services, journal));
      } finally {
        isOn = false;
      }
    }),
  );
}

/** True when another quiz is asked for. */
async function quizOnce(services: Services, journal: Journal): Promise<boolean> {
  const workspace = await workspaceTarget(services);
  const { packs } = workspace.library;
  const target = targetOf(workspace);
  const deck = target ? deckFor(target.pack, target.level.bar, packs) : generalDeck(packs);
  const { progress } = await journal.readFresh();
  const cards = pickCards(deck, progress, { count: cardsOfQuiz, seed: randomSeed(), now: Date.now() });
  if (cards.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No pack that is loaded has quiz cards for this target.'));
    return false;
  }
  const folder = journal.folderFor(workspace.settings?.file);
  const { quiz, again } = await runQuiz({
    cards,
    ui: quickPickUi,
    record: (card, answer) => record(journal, folder, card, answer),
  });
  const { answers } = quiz;
  if (!again && answers.length > 0) {
    const right = answers.filter((answer) => answer.right).length;
    vscode.window.setStatusBarMessage(
      `$(mortar-board) ${vscode.l10n.t('Quiz: {0} of {1} right', right, answers.length)}`,
      8_000,
    );
  }
  return again;
}

async function record(
  journal: Journal,
  folder: vscode.Uri,
  { key }: DealtCard,
  { right, chosen }: CardAnswer,
): Promise<void> {
  const event = { v: eventVersion, kind: 'card-answered', ...journal.occasion(), card: key, right, chosen } as const;
  await recordOrSay(journal, event, folder, () => {});
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
