import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** The page of the debrief, which stands in a frame within a frame. */
export const debriefPage = ({ page }: Session): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Opens the debrief of an answer, and waits for its text. */
export const openDebrief = async (session: Session, file: string): Promise<void> => {
  const { workbench, page } = session;
  await workbench.openFile(file);
  await workbench.palette.run('Rubricate: Focus Checklist');
  await workbench.tree('Checklist').items();
  await workbench.palette.run('View: Focus Active Editor Group');
  await workbench.palette.run('Rubricate: Debrief');
  await debriefPage(session).locator('h1').waitFor();
  await page.waitForTimeout(800);
};

/** Attempts of other days, so that there is a trend to see. */
export const addAttempts = async ({ folder }: Session): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  const course = [
    ['2026-11-02', 'strong-no', 'below', 120],
    ['2026-11-09', 'lean-no', 'mid', 240],
    ['2026-11-14', 'lean-no', 'mid', 280],
  ] as const;
  for (const [index, [day, signal, bar, words]] of course.entries()) {
    const id = `1000000${index}`;
    const event = {
      ...{ v: 1, kind: 'attempt-recorded', id, at: `${day}T09:00:00.000Z`, writer: 'cafe' },
      ...{ question: 'pinterest/home-feed', pack: 'pinterest-software-engineer', level: 'L5', text: `Draft ${index}.` },
      review: {
        words,
        hire: { signal, low: 'strong-no', high: index === 0 ? 'lean-no' : 'lean-yes' },
        reading: { bar, low: 'below', high: 'mid' },
        criteria: [{ ref: 'system-design/scope', status: index === 0 ? 'missing' : 'partial', expected: true }],
        pitfalls: [],
      },
    };
    await writeFile(join(journal, `${day.replaceAll('-', '')}T090000000Z-cafe-${id}.json`), JSON.stringify(event));
  }
};

export const debriefScenes: readonly Scene[] = [
  {
    name: 'debrief',
    shows: 'The debrief beside the answer: verdict, risk of a lower level, cheapest edits, criteria with quotes.',
    prepare: async (session) => {
      await addAttempts(session);
      await openDebrief(session, 'home-feed-draft.md');
      await session.page.mouse.move(700, 790);
    },
  },
  {
    name: 'debrief-quotes',
    shows: 'The criteria of the debrief, each with the words it rests on; one of them has the focus.',
    prepare: async (session) => {
      await openDebrief(session, 'home-feed-draft.md');
      const report = debriefPage(session);
      await report.locator('button[data-start]').first().focus();
      await report.locator('li.partial').nth(2).scrollIntoViewIfNeeded();
      await session.page.mouse.move(700, 790);
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'debrief-trend',
    shows: 'The change since the last attempt, and the course of the attempts as a picture with its table.',
    prepare: async (session) => {
      await addAttempts(session);
      await openDebrief(session, 'home-feed-draft.md');
      await debriefPage(session).locator('#change').scrollIntoViewIfNeeded();
      await debriefPage(session).locator('caption').first().scrollIntoViewIfNeeded();
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'attempts-compared',
    shows: 'Two attempts of a question: the texts as a change, and what each of them earned.',
    prepare: async (session) => {
      await addAttempts(session);
      const { workbench, page } = session;
      await workbench.openFile('home-feed-draft.md');
      await page.waitForTimeout(500);
      await workbench.palette.run('Rubricate: Record Attempt');
      await page.locator('.notification-list-item-message', { hasText: 'Recorded' }).first().waitFor();
      await workbench.palette.run('Notifications: Clear All Notifications');
      await workbench.palette.run('Rubricate: Focus Progress');
      const tree = workbench.tree('Progress');
      await tree.item('Pinterest home feed').locator('.monaco-tl-twistie').click();
      await page.waitForTimeout(500);
      await workbench.palette.run('Rubricate: Compare Attempts…');
      await page.locator('.quick-input-title', { hasText: 'Compare attempts' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: 'attempts.md' }).waitFor();
      await page.mouse.move(700, 790);
      await debriefPage(session).locator('h1', { hasText: 'two attempts' }).waitFor();
      await page.waitForTimeout(1_000);
    },
  },
];
