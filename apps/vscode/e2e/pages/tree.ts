import type { Locator, Page } from 'playwright-core';

/** A view of the side bar that lists things. */
export type Tree = {
  /** The entries in view, label and description in one text. */
  readonly items: () => Promise<readonly string[]>;
  /** The text a view shows when it has nothing to list. */
  readonly welcome: () => Promise<string>;
  readonly item: (text: string) => Locator;
  readonly click: (text: string) => Promise<void>;
};

export const createTree = (page: Page, title: string): Tree => {
  // A container with one view shows the view's title in its own head and gives the pane that label alone.
  const pane = page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label*="${title}"]`) });
  const rows = pane.locator('.monaco-list-row');
  const item = (text: string): Locator => rows.filter({ hasText: text }).first();
  return {
    items: async () => {
      await rows.first().waitFor();
      const texts = await rows.allInnerTexts();
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    },
    welcome: () => pane.locator('.welcome-view-content').innerText(),
    item,
    click: (text) => item(text).click(),
  };
};
