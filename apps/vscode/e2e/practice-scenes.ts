import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lensScenes } from './lens-scenes.ts';
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

/** Starts a quiz that has this card, and answers those before it. */
const startAt = async (session: Session, card: string, skill: string): Promise<void> => {
  await startQuiz(session, [card, ...choices.slice(1)]);
  const { page } = session;
  const title = page.locator('.quick-input-title');
  for (let number = 1; !(await title.innerText()).includes(skill); number += 1) {
    await page.keyboard.press('Enter');
    await title.filter({ hasText: `ight · card ${number} ` }).waitFor();
    await page.keyboard.press('Enter');
    await title.filter({ hasText: `Card ${number + 1} ` }).waitFor();
  }
  await page.waitForTimeout(500);
};

const press = async ({ page }: Session, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
};

/** Where the mouse brings up no tooltip. */
const moveMouseAway = (page: Session['page']): Promise<void> => page.mouse.move(700, 790);

/** Cards with options to choose from; answered wrongly long ago, they make up the next quiz. */
const choices = ['hit-rate', 'quorum', 'base-layer-links', 'long-vectors', 'late-event'];
const makeDue = async ({ folder }: Session, cards: readonly string[]): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  for (const [index, card] of cards.entries()) {
    const id = `0000000${index}`;
    const event = { v: 1, id, at: '2026-01-05T09:00:00.000Z', writer: 'cafe', kind: 'card-answered' };
    const text = JSON.stringify({ ...event, card: `foundations/${card}`, right: false, chosen: 9 });
    await writeFile(join(journal, `20260105T090000000Z-cafe-${id}.json`), text);
  }
};

const startQuiz = async (session: Session, cards: readonly string[] = choices): Promise<void> => {
  const { workbench, page } = session;
  await makeDue(session, cards);
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
      // The plan is folded away, so that the rounds have room.
      await session.workbench.tree('Progress').click('Plan');
      await session.workbench.tree('Progress').item('Notifications').waitFor();
      await moveMouseAway(session.page);
      await session.page.waitForTimeout(800);
    },
  },
  {
    name: 'plan',
    shows: 'The prep plan in the progress tree: this week with its boxes, one ticked, and the later weeks.',
    prepare: async (session) => {
      const { page, workbench } = session;
      await workbench.openFile('home-feed-draft.md');
      await workbench.palette.run('Rubricate: Focus Progress');
      const tree = workbench.tree('Progress');
      await tree.item('This week').waitFor();
      await tree.item('Answer the home feed once').locator('.monaco-custom-toggle').click();
      await tree.item('1 of 34 tasks').waitFor();
      await tree.click('Later weeks');
      await moveMouseAway(page);
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'configuration',
    shows: 'What applies in a folder, and why.',
    prepare: async ({ page, workbench }) => {
      await workbench.openFile('home-feed-draft.md');
      await page.waitForTimeout(800);
      await workbench.palette.run('Rubricate: Explain Configuration');
      await page.locator('iframe.webview.ready').waitFor();
      await page.waitForTimeout(1_500);
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
    prepare: (session) => startQuiz(session),
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
  {
    name: 'quiz-order',
    shows: 'A card whose items are put in order, two of them placed.',
    prepare: async (session) => {
      await startAt(session, 'column-migration', 'Changing a schema without a pause');
      await press(session, 'Enter', 'Enter');
    },
  },
  {
    name: 'quiz-order-explanation',
    shows: 'The right order in full, with what was placed elsewhere.',
    prepare: async (session) => {
      await startAt(session, 'column-migration', 'Changing a schema without a pause');
      for (let step = 0; step < 12; step += 1) {
        if ((await session.page.locator('.quick-input-title').innerText()).includes('ight · card')) break;
        await press(session, 'Enter');
      }
    },
  },
  {
    name: 'quiz-match',
    shows: 'A card whose items are matched one after the other.',
    prepare: async (session) => {
      await startAt(session, 'level-of-failures', 'Telling the bars apart');
      await press(session, 'Enter');
    },
  },
  {
    name: 'quiz-spot-pitfall',
    shows: 'A short answer whose pitfall is to be found.',
    prepare: async (session) => {
      await startAt(session, 'spot-no-clarification', 'Hearing an answer that began too early');
    },
  },
  {
    name: 'about-loop',
    shows: 'What the sources tell about the loop, with who says so.',
    prepare: async (session) => {
      const { workbench, page, folder } = session;
      await writeFile(
        join(folder, 'rubricate.yaml'),
        'company: pinterest\nrole: data-product-manager\nlevel: L5\ninterview: 2027-01-18\n',
      );
      await workbench.openFile('rubricate.yaml');
      await workbench.palette.run('Rubricate: Focus Progress');
      const tree = workbench.tree('Progress');
      await tree.item('About this loop').click();
      for (const group of ['Time and silence', 'Pay']) await tree.item(group).click();
      await tree.item('disputed · total').hover();
      await page.waitForTimeout(1_500);
    },
  },
  ...lensScenes,
];
