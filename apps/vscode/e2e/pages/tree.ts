import type { Locator, Page } from 'playwright-core';

/** A view of the side bar that lists things. */
export type Tree = {
  /** The entries in view, label and description in one text. */
  readonly items: () => Promise<readonly string[]>;
  /** The text a view shows when it has nothing to list. */
  readonly welcome: () => Promise<string>;
  readonly item: (text: string) => Locator;
  readonly click: (text: string) => Promise<void>;
  /** The rows in view as assistive technology has them: role, label, level and what they are like. */
  readonly spoken: () => Promise<readonly SpokenRow[]>;
};

export type SpokenRow = {
  readonly role: string;
  readonly label: string;
  readonly level: number;
  /** `expanded`, `collapsed`, or nothing where there is nothing to open. */
  readonly opens: string;
  /** `checked` or `unchecked` where it is a box that can be ticked. */
  readonly box: string;
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
    spoken: () =>
      rows.evaluateAll((elements) =>
        elements.map((element) => {
          const expanded = element.getAttribute('aria-expanded');
          const checked = (element.querySelector('[role="checkbox"]') ?? element).getAttribute('aria-checked');
          return {
            role: element.getAttribute('role') ?? '',
            label: element.getAttribute('aria-label') ?? '',
            level: Number(element.getAttribute('aria-level')),
            opens: expanded === null ? '' : expanded === 'true' ? 'expanded' : 'collapsed',
            box: checked === null ? '' : checked === 'true' ? 'checked' : 'unchecked',
          };
        }),
      ),
  };
};
