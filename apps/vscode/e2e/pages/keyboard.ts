import type { Locator, Page } from 'playwright-core';

/** The window as somebody uses it who has no mouse. */
export type Keyboard = {
  /** Runs a command by its full title, from the command palette. */
  readonly run: (title: string) => Promise<void>;
  /** Takes a row of the list that shows, once the step has this title, if any: types until Enter would take that row. */
  readonly choose: (step: string | RegExp | undefined, row: string | RegExp, typed?: string) => Promise<void>;
  /** Puts a text into the box that shows, once the step has this title, and confirms. */
  readonly answer: (step: string | RegExp, text: string) => Promise<void>;
  /** Presses a key until something holds: a page that has just opened can miss a key. */
  readonly pressUntil: (key: string, holds: () => Promise<boolean>, attempts?: number) => Promise<void>;
  /** Takes an entry of the menu of the row that has the focus in a tree. */
  readonly takeFromRowMenu: (entry: string) => Promise<void>;
  /** Puts a text in the place of all that is in the editor, as a paste does. */
  readonly paste: (text: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** The title of the step that shows. */
  readonly title: Locator;
};

export const createKeyboard = (page: Page): Keyboard => {
  const widget = page.locator('.quick-input-widget');
  const title = widget.locator('.quick-input-title');
  const input = widget.locator('.quick-input-box input, .quick-input-header input[type="text"]').first();
  const taken = widget.locator('.monaco-list-row.focused');
  const valueNow = (): Promise<string> => input.inputValue({ timeout: 1_000 }).catch(() => '');
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  };
  const pressUntil = async (key: string, holds: () => Promise<boolean>, attempts = 40): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await holds()) return;
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
    }
    if (!(await holds())) throw new Error(`Pressing ${key} ${attempts} times did not bring it about.`);
  };
  return {
    title,
    pressUntil,
    takeFromRowMenu: async (entry) => {
      const entries = page.locator('.monaco-menu .action-item');
      await pressUntil('Shift+F10', () => entries.first().isVisible(), 5);
      await pressUntil('ArrowDown', () => entries.filter({ hasText: entry }).and(page.locator('.focused')).isVisible());
      await page.keyboard.press('Enter');
    },
    run: async (command) => {
      const row = widget.locator('.monaco-list-row').filter({ hasText: command });
      const label = taken.locator('.label-name').first();
      const isThere = (): Promise<boolean> =>
        row.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      // A window that has just opened does not list yet what it will.
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await page.keyboard.press('F1');
        await input.waitFor();
        await type(`>${command}`);
        if (await isThere()) break;
        if (attempt === 5) throw new Error(`The palette does not offer "${command}".`);
        await page.keyboard.press('Escape');
      }
      // Another command may be as near to what was typed.
      for (let step = 0; step < 8 && (await label.innerText()) !== command; step += 1) {
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(50);
      }
      await page.keyboard.press('Enter');
      // A command that asks for something shows its box in the place of the palette, a moment later.
      const deadline = Date.now() + 10_000;
      while ((await input.isVisible()) && (await valueNow()).startsWith('>') && Date.now() < deadline)
        await page.waitForTimeout(20);
    },
    choose: async (step, row, typed) => {
      if (step !== undefined) await title.filter({ hasText: step }).waitFor();
      if (typed !== undefined) await type(typed);
      await taken.filter({ hasText: row }).waitFor();
      await page.keyboard.press('Enter');
    },
    answer: async (step, text) => {
      await title.filter({ hasText: step }).waitFor();
      // A list of the same step may still be there.
      await taken.first().waitFor({ state: 'hidden' });
      await type(text);
      await page.keyboard.press('Enter');
    },
    paste: async (text) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('ControlOrMeta+V');
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
  };
};
