import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionFolder } from '../../../scripts/paths.ts';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** Where the mouse brings up no tooltip. */
const moveMouseAway = (page: Session['page']): Promise<void> => page.mouse.move(700, 790);

/** Puts a story into the workspace, as the example that ships has it. */
const addStory = async ({ folder }: Session): Promise<void> => {
  await mkdir(join(folder, 'stories'), { recursive: true });
  await cp(join(extensionFolder, 'example', 'stories'), join(folder, 'stories'), { recursive: true });
};

export const practiseScenes: readonly Scene[] = [
  {
    name: 'practise',
    shows: 'Choosing what to practise: what is not yet tried, one by chance, or by round.',
    prepare: async ({ workbench, page }) => {
      await workbench.openFile('home-feed-draft.md');
      await workbench.palette.run('Rubricate: Practise a Question…');
      await workbench.palette.entries();
      await moveMouseAway(page);
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'mock-interview',
    shows: 'A mock interview: the countdown in the status bar, and nothing of what is found.',
    prepare: async ({ workbench, page }) => {
      await workbench.openFile('home-feed-draft.md');
      await workbench.palette.run('Rubricate: Mock Interview…');
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Not yet tried' }).click();
      const status = page.locator('.statusbar-item[id="rubricate.rubricate-vscode.rubricate.mock"]');
      await status.waitFor();
      await workbench.palette.run('Rubricate: Focus Checklist');
      await workbench.tree('Checklist').welcome();
      await status.hover();
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'stories',
    shows: 'The stories in the progress tree: what is asked for, and which story there is.',
    prepare: async (session) => {
      const { workbench, page } = session;
      await addStory(session);
      await workbench.openFile('address-parser.md');
      await workbench.palette.run('Rubricate: Focus Progress');
      const tree = workbench.tree('Progress');
      await tree.item('About this loop').click();
      // Stories come last; a long tree draws only what is in view.
      for (const key of ['End', 'ArrowRight', 'End', 'ArrowRight', 'End']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(400);
      }
      await moveMouseAway(page);
      await page.waitForTimeout(1_200);
    },
  },
  {
    name: 'story-matrix',
    shows: 'The page that sets stories against questions and competencies.',
    prepare: async (session) => {
      const { workbench, page } = session;
      await addStory(session);
      await workbench.openFile('address-parser.md');
      await workbench.palette.run('Rubricate: Story Matrix');
      await moveMouseAway(page);
      await page.waitForTimeout(2_500);
    },
  },
  {
    name: 'walkthrough',
    shows: 'The first steps, from nothing to a reviewed answer.',
    prepare: async ({ workbench, page }) => {
      await workbench.openFile('home-feed-draft.md');
      await workbench.palette.run('Welcome: Open Walkthrough');
      await workbench.palette.choose('Get Started with Rubricate');
      await page.locator('.gettingStartedContainer').waitFor();
      await page.waitForTimeout(2_000);
    },
  },
];
