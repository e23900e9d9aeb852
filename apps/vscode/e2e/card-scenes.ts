import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

const cards = ['hit-rate', 'quorum', 'base-layer-links', 'long-vectors', 'late-event'];

/** Answers that were given long ago, so that cards are due. */
const answerLongAgo = async ({ folder }: Session): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  for (const [index, card] of cards.entries()) {
    const id = `1000000${index}`;
    const event = { v: 1, id, at: '2026-01-05T09:00:00.000Z', writer: 'cafe', kind: 'card-answered' };
    const text = JSON.stringify({ ...event, card: `foundations/${card}`, right: index % 2 === 0, chosen: 9 });
    await writeFile(join(journal, `20260105T090000000Z-cafe-${id}.json`), text);
  }
};

const showTree = async (session: Session): Promise<void> => {
  await answerLongAgo(session);
  const { workbench, page } = session;
  await workbench.openFile('home-feed-draft.md');
  await workbench.palette.run('Rubricate: Focus Progress');
  await workbench.tree('Progress').item('Quiz cards').waitFor();
  await page.mouse.move(700, 790);
  await page.waitForTimeout(800);
};

/** What is done with quiz cards beside answering them. */
export const cardScenes: readonly Scene[] = [
  {
    name: 'quiz-due',
    shows: 'Cards that are due, in the progress tree and on its badge.',
    prepare: showTree,
  },
  {
    name: 'quiz-choose',
    shows: 'A quiz narrowed by pack, topic, level and kind.',
    prepare: async (session) => {
      await showTree(session);
      await session.workbench.palette.run('Rubricate: Quiz…');
      await session.page.locator('.quick-input-list', { hasText: 'Start' }).waitFor();
      await session.page.waitForTimeout(800);
    },
  },
  {
    name: 'quiz-statistics',
    shows: 'What is known of the cards, by topic.',
    prepare: async (session) => {
      await showTree(session);
      await session.workbench.palette.run('Rubricate: Quiz Statistics');
      await session.page.waitForTimeout(3_000);
    },
  },
  {
    name: 'quiz-card-actions',
    shows: 'Below an explanation: undo, suspend, report.',
    prepare: async (session) => {
      await showTree(session);
      await session.workbench.palette.run('Rubricate: Quiz: Five Cards');
      const title = session.page.locator('.quick-input-title');
      await title.filter({ hasText: 'Card 1' }).waitFor();
      await session.page.waitForTimeout(700);
      await session.page.keyboard.press('Enter');
      await title.filter({ hasText: 'ight · card 1' }).waitFor();
      await session.page.keyboard.press('End');
      await session.page.waitForTimeout(700);
    },
  },
];
