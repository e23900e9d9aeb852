import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** The tree with the room of the whole side bar. */
const showTree = async ({ workbench, page }: Session): Promise<void> => {
  await workbench.palette.run('Rubricate: Focus Progress');
  await workbench.tree('Progress').items();
  await page.locator('.pane-header[aria-label*="Checklist"]').click();
  await page.waitForTimeout(2_500);
};

const record = async ({ workbench, page }: Session, file: string): Promise<void> => {
  await workbench.openFile(file);
  await page.waitForTimeout(500);
  await workbench.palette.run('Rubricate: Record Attempt');
  await page.locator('.notification-list-item-message', { hasText: 'Recorded' }).first().waitFor();
  await workbench.palette.run('Notifications: Clear All Notifications');
};

export const progressScenes: readonly Scene[] = [
  {
    name: 'progress-begun',
    shows: 'Answers that are begun and not recorded, with what they cover, beside one that is ready.',
    prepare: async (session) => {
      await record(session, 'notifications-strong.md');
      await showTree(session);
    },
  },
  {
    name: 'progress-filter',
    shows: 'The tree narrowed to what is in progress: the filter stands above the rows.',
    prepare: async (session) => {
      const { workbench, page } = session;
      await record(session, 'home-feed-weak.md');
      await showTree(session);
      await workbench.palette.run('Rubricate: Filter Progress…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'In progress' }).click();
      await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
      await page.locator('.pane .message', { hasText: 'Filter: in progress' }).waitFor();
      await page.waitForTimeout(1_000);
    },
  },
  {
    name: 'progress-filter-choice',
    shows: 'What the tree can be narrowed to.',
    prepare: async (session) => {
      await session.workbench.openFile('home-feed-draft.md');
      await showTree(session);
      await session.workbench.palette.run('Rubricate: Filter Progress…');
      await session.page.waitForTimeout(1_000);
    },
  },
  {
    name: 'set-target-date',
    shows: 'A step of Set Target: the date, with a way back and no date yet.',
    prepare: async (session) => {
      const { workbench, page, folder } = session;
      await writeFile(
        join(folder, 'rubricate.yaml'),
        'company: pinterest\nrole: software-engineer\nlevel: L5\ninterview: 2027-01-18\n',
      );
      await workbench.openFile('rubricate.yaml');
      await workbench.palette.run('Rubricate: Set Target…');
      for (const step of ['(1 of', '(2 of']) {
        await page.locator('.quick-input-title', { hasText: step }).waitFor();
        await page.keyboard.press('Enter');
      }
      await page.locator('.quick-input-title', { hasText: '(3 of' }).waitFor();
      await page.waitForTimeout(500);
    },
  },
];
