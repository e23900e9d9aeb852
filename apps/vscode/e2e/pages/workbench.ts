import type { Locator, Page } from 'playwright-core';
import { createEditor, type Editor } from './editor.ts';
import { createPalette, type Palette } from './palette.ts';
import { createProblems, type Problems } from './problems.ts';
import { createTree, type Tree } from './tree.ts';

/** The window as a user sees it: what can be opened, called and read. */
export type Workbench = {
  readonly page: Page;
  readonly editor: Editor;
  readonly palette: Palette;
  readonly problems: Problems;
  /** A view of the side bar by its title, for example `Checklist`. */
  readonly tree: (title: string) => Tree;
  /** Opens a file of the folder by its path or the end of it, and waits for its text. */
  readonly openFile: (path: string) => Promise<void>;
  /** The text of the notifications that show, newest first. */
  readonly notifications: () => Promise<readonly string[]>;
  /** An entry of the status bar by a part of its text or its label. */
  readonly status: (text: string | RegExp) => Locator;
  /** Chooses a colour theme by its name, for example `Dark Modern`. */
  readonly chooseTheme: (name: string) => Promise<void>;
  readonly closeEditors: () => Promise<void>;
};

/** Waits until the window is ready and returns what can be done with it. */
export const openWorkbench = async (page: Page): Promise<Workbench> => {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await page.locator('.statusbar-item[id="status.problems"]').waitFor({ timeout: 60_000 });
  const palette = createPalette(page);
  return {
    page,
    editor: createEditor(page),
    palette,
    problems: createProblems(page),
    tree: (title) => createTree(page, title),
    openFile: async (path) => {
      await palette.quickOpen(path);
      const name = path.split('/').at(-1) ?? path;
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    notifications: () => page.locator('.notification-list-item-message').allInnerTexts(),
    status: (text) => page.locator('.statusbar-item').filter({ hasText: text }),
    chooseTheme: async (name) => {
      await palette.run('Preferences: Color Theme');
      await palette.choose(name);
    },
    closeEditors: () => palette.run('View: Close All Editors'),
  };
};
