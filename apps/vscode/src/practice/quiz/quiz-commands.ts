import { cardsToday, eventVersion, pickCards, type QuizJournal, runQuiz } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import type { Services } from '../../services.ts';
import { type Journal, recordOrSay } from '../journal.ts';
import { workspaceTarget } from '../target.ts';
import { chooseCards } from './choose-cards.ts';
import { deckOf, timingOf } from './deck.ts';
import { findOwnSentence, openOwnSentence } from './own-sentence.ts';
import { pressBackspace } from './quick-input.ts';
import { makeQuickPickUi } from './quick-pick-ui.ts';
import type { QuizFeatures, Quizzes } from './quizzes.ts';
import { resumeCards } from './resume-cards.ts';
import { statisticsPage } from './statistics-page.ts';

/** Enough for five minutes, and for nobody to put it off. */
const cardsOfQuiz = 5;

export function createQuizzes({ services, journal }: QuizFeatures): Quizzes {
  let isOn = false;
  return {
    async quiz({ choose }) {
      // A second quiz over the first would end it by taking its place.
      if (isOn) return;
      isOn = true;
      try {
        while (await quizOnce(services, journal, choose));
      } finally {
        isOn = false;
      }
    },
    pressBackspace,
    async resumeCards() {
      const workspace = await workspaceTarget(services);
      await resumeCards(deckOf(workspace), journal, journal.folderFor(workspace.settings?.file));
    },
    async statisticsPage() {
      const [workspace, { progress }] = await Promise.all([workspaceTarget(services), journal.read()]);
      return statisticsPage(deckOf(workspace), progress, timingOf(workspace));
    },
  };
}

/** True when another quiz is asked for. */
async function quizOnce(services: Services, journal: Journal, choose: boolean): Promise<boolean> {
  const workspace = await workspaceTarget(services);
  const whole = deckOf(workspace);
  const { progress } = await journal.readFresh();
  const deck = choose ? await chooseCards(whole, progress, workspace.library.packs) : whole;
  if (!deck) return false;
  const cards = pickCards(deck, progress, { ...timingOf(workspace), count: cardsOfQuiz, seed: randomSeed() });
  if (cards.length === 0) {
    void messages.showInformationMessage(
      whole.length === 0
        ? vscode.l10n.t('No pack that is loaded has quiz cards for this target.')
        : vscode.l10n.t('There is no card to ask: all of them are suspended.'),
    );
    return false;
  }
  const folder = journal.folderFor(workspace.settings?.file);
  const { quiz, again } = await runQuiz({
    cards,
    ui: makeQuickPickUi(
      {
        find: ({ card, answer }) => findOwnSentence(card, answer.chosen, progress, journal.folders),
        open: openOwnSentence,
      },
      async () => cardsToday(whole, (await journal.read()).progress, timingOf(workspace)),
    ),
    journal: quizJournal(journal, folder),
  });
  const answers = [...quiz.answers.values()];
  if (!again && answers.length > 0) {
    const right = answers.filter((answer) => answer.right).length;
    vscode.window.setStatusBarMessage(
      `$(mortar-board) ${vscode.l10n.t('Quiz: {0} of {1} right', right, answers.length)}`,
      8_000,
    );
  }
  return again;
}

function quizJournal(journal: Journal, folder: vscode.Uri): QuizJournal {
  const common = () => ({ v: eventVersion, ...journal.occasion() }) as const;
  return {
    async answer({ key }, { right, chosen }) {
      const event = { ...common(), kind: 'card-answered', card: key, right, chosen } as const;
      await recordOrSay(journal, event, folder, () => {});
      return event.id;
    },
    async undo(event) {
      await recordOrSay(journal, { ...common(), kind: 'card-undone', event }, folder, () => {});
    },
    async suspend({ key }) {
      await recordOrSay(journal, { ...common(), kind: 'card-suspended', card: key }, folder, () => {});
    },
    async report({ key }, reason, note) {
      const said = note === undefined ? {} : { note };
      await recordOrSay(journal, { ...common(), kind: 'card-reported', card: key, reason, ...said }, folder, () => {
        vscode.window.setStatusBarMessage(`$(report) ${vscode.l10n.t('Reported in your journal')}`, 8_000);
      });
    },
  };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
