import type { Locator, Page } from 'playwright-core';

/** The box at the top: commands, files, and whatever a command asks for. */
export type Palette = {
  /** Runs a command by its full title, as the command palette shows it. */
  readonly run: (title: string) => Promise<void>;
  /** The titles the command palette finds for a text, as far as its list shows them: about fifteen. */
  readonly commands: (text: string) => Promise<readonly string[]>;
  /** Opens a file by its name. */
  readonly quickOpen: (name: string) => Promise<void>;
  /** Picks the entry that starts with a label, in a list that shows. */
  readonly choose: (label: string) => Promise<void>;
  /** The entries of the list that shows. */
  readonly entries: () => Promise<readonly string[]>;
  /** Types into the box that shows and confirms. */
  readonly answer: (text: string) => Promise<void>;
};

export const createPalette = (page: Page): Palette => {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('.quick-input-box input, .quick-input-header input[type="text"]').first();
  const rows = widget.locator('.monaco-list-row');
  const labels = (): Promise<readonly string[]> => rows.locator('.quick-input-list-label .label-name').allInnerTexts();

  /** Shows the box with a text; `>` stands for commands. */
  const show = async (text: string): Promise<void> => {
    // A page that is just opening takes the focus, and the key with it.
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      const isThere = await input.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) break;
    }
    await input.fill(text);
  };
  const rowOf = (label: string): Locator =>
    rows.filter({ has: page.locator('.label-name', { hasText: startingWith(label) }) }).first();
  const choose = async (label: string): Promise<void> => {
    await input.waitFor();
    await input.fill(label);
    await rowOf(label).waitFor();
    await rowOf(label).click();
  };
  /** A command that asks for something shows its box in the place of the palette, a moment later. */
  // It may go while it is read, with the whole window when that is reloaded.
  const valueNow = (): Promise<string> => input.inputValue({ timeout: 1_000 }).catch(() => '');
  const untilPaletteIsGone = async (): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while ((await input.isVisible()) && (await valueNow()).startsWith('>') && Date.now() < deadline) {
      await page.waitForTimeout(20);
    }
  };
  return {
    run: async (title) => {
      await show(`>${title}`);
      await rowOf(title).waitFor();
      await rowOf(title).click();
      await untilPaletteIsGone();
    },
    commands: async (text) => {
      await show(`>${text}`);
      await rows.filter({ hasText: text }).first().waitFor();
      const found = await labels();
      await page.keyboard.press('Escape');
      return found;
    },
    quickOpen: async (name) => {
      await show(name);
      const last = name.split('/').at(-1) ?? name;
      await rows
        .filter({ has: page.locator('.label-name', { hasText: startingWith(last) }) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await widget.waitFor({ state: 'hidden' });
    },
    choose,
    entries: async () => {
      await rows.first().waitFor();
      return labels();
    },
    answer: async (text) => {
      await input.waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
  };
};

const startingWith = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
