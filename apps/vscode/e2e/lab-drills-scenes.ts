import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** The failure that the answer of the example is about, as it was raised some days ago. */
const addDrill = async ({ folder }: Session): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  const event = {
    ...{ v: 1, kind: 'drill-raised', id: '20000000', at: '2026-11-19T09:00:00.000Z', writer: 'cafe' },
    ...{ drill: 'foundations/cache-wiped', title: 'The cache comes back empty' },
    ...{ question: 'foundations/url-shortener', file: 'labs/drills/short-links.md' },
    sentence: 'A redirect asks Redis first, which holds the links of the last three days.',
  };
  await writeFile(join(journal, '20261119T090000000Z-cafe-20000000.json'), JSON.stringify(event));
};

/** Opens the answer of the example, with a failure that is open. */
const openDrill = async (session: Session): Promise<void> => {
  const { workbench, page } = session;
  await addDrill(session);
  await workbench.openFile('labs/drills/short-links.md');
  await workbench.palette.run('Rubricate: Focus Progress');
  await workbench.tree('Progress').items();
  await workbench.palette.run('View: Focus Active Editor Group');
  await workbench.palette.run('Rubricate: Failure Drill');
  await page.locator('.review-widget').first().waitFor();
  // The panel of all comments opens by itself beside the first one.
  await workbench.palette.run('View: Hide Panel');
  await workbench.palette.run('Notifications: Clear All Notifications');
  await page.waitForTimeout(1_500);
};

export const labDrillsScenes: readonly Scene[] = [
  {
    name: 'lab-drills',
    shows:
      'A failure beside the text that names its component: what happens, the parts the text gives and those it lacks.',
    prepare: async (session) => {
      await openDrill(session);
    },
  },
  {
    name: 'lab-drills-row',
    shows: 'The row of an open failure below Labs in the tree, with the answer that it is raised in.',
    prepare: async (session) => {
      const { workbench, page } = session;
      await openDrill(session);
      await workbench.palette.run('Rubricate: Focus Progress');
      const row = page.locator('.monaco-list-row', { hasText: 'The cache comes back empty' }).first();
      // The tree is longer than its window, and Labs stand near its end.
      await page.keyboard.press('End');
      for (let pages = 0; pages < 10 && !(await row.isVisible()); pages++) await page.keyboard.press('PageUp');
      await row.click();
      await page.waitForTimeout(1_500);
    },
  },
];
