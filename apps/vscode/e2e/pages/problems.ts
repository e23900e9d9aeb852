import type { Page } from 'playwright-core';

/** The count of problems in the status bar. */
export type Problems = {
  readonly counts: () => Promise<{ readonly errors: number; readonly warnings: number; readonly infos: number }>;
};

export const createProblems = (page: Page): Problems => ({
  counts: async () => {
    const entry = page.locator('.statusbar-item[id="status.problems"] [aria-label]').first();
    const label = (await entry.getAttribute('aria-label')) ?? '';
    const countOf = (name: string): number => Number(new RegExp(`${name}: (\\d+)`).exec(label)?.[1] ?? 0);
    return { errors: countOf('Errors'), warnings: countOf('Warnings'), infos: countOf('Infos') };
  },
});
