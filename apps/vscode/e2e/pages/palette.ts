import type { Page } from 'playwright-core';

/** The box at the top: commands, files, and whatever a command asks for. */
export type Palette = {
  /** Runs a command by its full title, as the command palette shows it. */
  readonly run: (title: string) => Promise<void>;
  /** The titles the command palette finds for a text. */
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
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await input.waitFor();
    await input.fill(text);
  };
  const choose = async (label: string): Promise<void> => {
    await input.waitFor();
    const kept = await input.inputValue();
    await input.fill(kept.startsWith('>') ? `>${label}` : label);
    const row = rows.filter({ has: page.locator('.label-name', { hasText: startingWith(label) }) }).first();
    await row.waitFor();
    await row.click();
  };
  return {
    run: async (title) => {
      await show('>');
      await choose(title);
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
