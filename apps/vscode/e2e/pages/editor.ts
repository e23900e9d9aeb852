import type { Locator, Page } from 'playwright-core';

/** The active text editor. */
export type Editor = {
  /** The text of the lines in view. */
  readonly lines: () => Promise<readonly string[]>;
  /** Puts the cursor at the start of a text in view. */
  readonly clickAt: (text: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Points at a text in view and returns what the hover says. */
  readonly hover: (text: string) => Promise<string>;
  /** Opens the quick-fix menu at a text in view and returns its entries. */
  readonly quickFixes: (text: string) => Promise<readonly string[]>;
  /** Takes an entry of the open quick-fix menu. */
  readonly takeFix: (title: string) => Promise<void>;
  /** The lenses above the lines in view. */
  readonly lenses: () => Promise<readonly string[]>;
};

export const createEditor = (page: Page): Editor => {
  const editor = page.locator('.editor-group-container.active .editor-instance').first();
  const hoverBox = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
  const fixes = page.locator('.action-widget .monaco-list-row.action');
  const withPlainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

  /** The rendered line that holds a text; the editor draws spaces as no-break spaces. */
  const lineWith = (text: string): Locator =>
    editor
      .locator('.view-line')
      .filter({ hasText: new RegExp(pattern(text)) })
      .first();
  /** The middle of the first characters of a text, in pixels of the page. */
  const placeOf = async (text: string): Promise<{ readonly x: number; readonly y: number }> => {
    const line = lineWith(text);
    await line.waitFor();
    const place = await line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const whole = (element.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (whole < seen + length) {
          const range = document.createRange();
          range.setStart(node, whole - seen);
          range.setEnd(node, whole - seen + 1);
          const { x, y, height } = range.getBoundingClientRect();
          return { x: x + 1, y: y + height / 2 };
        }
        seen += length;
      }
      return undefined;
    }, text);
    if (!place) throw new Error(`The editor does not show "${text}".`);
    return place;
  };
  const clickAt = async (text: string): Promise<void> => {
    const { x, y } = await placeOf(text);
    await page.mouse.click(x, y);
  };
  return {
    lines: async () => (await editor.locator('.view-line').allInnerTexts()).map(withPlainSpaces),
    clickAt,
    type: (text) => page.keyboard.type(text),
    hover: (text) =>
      // A lens that appears in between moves the lines, so that the mouse points at another one.
      untilItShows(hoverBox, async () => {
        await page.mouse.move(0, 0);
        const { x, y } = await placeOf(text);
        await page.mouse.move(x + 3, y, { steps: 3 });
      }).then(async () => withPlainSpaces(await hoverBox.innerText())),
    quickFixes: (text) =>
      // A hover that opens in between takes the keys.
      untilItShows(fixes.first(), async () => {
        await page.mouse.move(0, 0);
        await page.keyboard.press('Escape');
        await clickAt(text);
        await page.mouse.move(0, 0);
        await page.keyboard.press('ControlOrMeta+.');
      }).then(async () => (await fixes.allInnerTexts()).map((title) => title.trim())),
    takeFix: async (title) => {
      await fixes.filter({ hasText: title }).first().click();
    },
    lenses: async () => (await editor.locator('.codelens-decoration > a').allInnerTexts()).map(withPlainSpaces),
  };
};

/** Repeats what brings something to show: a workbench that is still busy can swallow it. */
const untilItShows = async (target: Locator, bring: () => Promise<void>): Promise<void> => {
  const attempts = 5;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await bring();
    const isShown = await target.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  throw new Error(`Nothing showed after ${attempts} attempts.`);
};

const pattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]');
