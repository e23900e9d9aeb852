import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** Records an attempt of an answer, as a user does. */
const record = async ({ workbench, page }: Session, file: string): Promise<void> => {
  await workbench.openFile(file);
  await page.waitForTimeout(500);
  await workbench.palette.run('Rubricate: Record Attempt');
  await page.locator('.notification-list-item-message', { hasText: 'Recorded' }).first().waitFor();
  await workbench.palette.run('Notifications: Clear All Notifications');
};

/** Where the mouse brings up no tooltip. */
const moveMouseAway = (page: Session['page']): Promise<void> => page.mouse.move(700, 790);

/** Cards with options to choose from; answered wrongly long ago, they make up the next quiz. */
const cards = ['hit-rate', 'quorum', 'base-layer-links', 'long-vectors', 'late-event'];
const makeDue = async ({ folder }: Session): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  for (const [index, card] of cards.entries()) {
    const id = `0000000${index}`;
    const event = { v: 1, id, at: '2026-01-05T09:00:00.000Z', writer: 'cafe', kind: 'card-answered' };
    const text = JSON.stringify({ ...event, card: `foundations/${card}`, right: false, chosen: 9 });
    await writeFile(join(journal, `20260105T090000000Z-cafe-${id}.json`), text);
  }
};

const startQuiz = async (session: Session): Promise<void> => {
  const { workbench, page } = session;
  await makeDue(session);
  await workbench.openFile('home-feed-draft.md');
  await workbench.palette.run('Rubricate: Focus Progress');
  await workbench.tree('Progress').items();
  await workbench.palette.run('Rubricate: Quiz: Five Cards');
  await page.locator('.quick-input-title', { hasText: 'Card 1' }).waitFor();
  await moveMouseAway(page);
  await page.waitForTimeout(700);
};

export const practiceScenes: readonly Scene[] = [
  {
    name: 'progress',
    shows: 'The progress tree: target, rounds and questions, some of them attempted.',
    prepare: async (session) => {
      for (const file of [
        'home-feed-weak.md',
        'home-feed-draft.md',
        'notifications-strong.md',
        'autocomplete-weak.md',
      ]) {
        await record(session, file);
      }
      await session.workbench.palette.run('Rubricate: Focus Progress');
      await session.workbench.tree('Progress').item('Notifications').waitFor();
      await moveMouseAway(session.page);
      await session.page.waitForTimeout(800);
    },
  },
  {
    name: 'progress-empty',
    shows: 'The progress view where no target is set yet.',
    prepare: async (session) => {
      await session.workbench.openFile('rubricate.yaml');
      await session.page.keyboard.press('Control+A');
      await session.page.keyboard.press('Delete');
      await session.page.keyboard.press('Control+S');
      await session.workbench.palette.run('Rubricate: Focus Progress');
      await session.workbench.tree('Progress').welcome();
      await session.page.waitForTimeout(800);
    },
  },
  {
    name: 'new-answer',
    shows: 'Choosing a question to answer, by the rounds of the loop.',
    prepare: async (session) => {
      await session.workbench.openFile('rubricate.yaml');
      await session.workbench.palette.run('Rubricate: New Answer…');
      await session.workbench.palette.entries();
      await moveMouseAway(session.page);
      await session.page.waitForTimeout(700);
    },
  },
  {
    name: 'quiz',
    shows: 'A card of a quiz.',
    prepare: startQuiz,
  },
  {
    name: 'quiz-explanation',
    shows: 'What follows an answer: whether it was right, why, and the source.',
    prepare: async (session) => {
      await startQuiz(session);
      const { page } = session;
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: 'ight · card 1' }).waitFor();
      await page.waitForTimeout(700);
    },
  },
];
