import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbench } from './pages/workbench.ts';
import { type Session, useSession } from './session.ts';

/** Cards of the bakery, answered wrongly long ago. */
const makeDue = async ({ folder }: Session, cards: readonly string[]): Promise<void> => {
  const journal = join(folder, '.rubricate', 'journal');
  await mkdir(journal, { recursive: true });
  for (const card of cards) {
    const id = `00000000${card}`;
    const event = { v: 1, id, at: '2026-01-05T09:00:00.000Z', writer: 'cafe', kind: 'card-answered' };
    const text = JSON.stringify({ ...event, card: `bakery-baker/${card}`, right: false, chosen: 9 });
    await writeFile(join(journal, `20260105T090000000Z-cafe-${id}.json`), text);
  }
};

const itemsOf = async ({ workbench }: Pick<Session, 'workbench'>): Promise<string> =>
  (await workbench.tree('Progress').items()).join('\n');

describe('the progress tree in the workbench', () => {
  const session = useSession();

  it('has a badge on the activity bar before anybody looks at it', async () => {
    const { page } = session();
    await makeDue(session(), ['rye', 'salt', 'hot']);
    await page.reload();
    await openWorkbench(page);
    const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Rubricate"]') });
    await expect.poll(() => badge.locator('.badge-content').allInnerTexts(), { timeout: 40_000 }).toContainEqual('3');
  });

  it('is narrowed by a filter that is plain to see, lasts, and is taken off', async () => {
    const { workbench, page } = session();
    const { palette } = workbench;
    await palette.run('Rubricate: Focus Progress');
    await expect.poll(() => itemsOf(session()), { timeout: 15_000 }).toContain('At the counter');
    await palette.run('Rubricate: Filter Progress…');
    const list = page.locator('.quick-input-list');
    await list.locator('.monaco-list-row', { hasText: 'At the counter' }).waitFor();
    await page.keyboard.type('At the counter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.quick-input-count', { hasText: '1' }).waitFor();
    await page.keyboard.press('Enter');
    const pane = page.locator('.pane', { has: page.locator('.pane-header[aria-label*="Progress"]') });
    await pane.locator('.message', { hasText: 'Filter: At the counter. 1 question passes.' }).waitFor();
    const shown = await itemsOf(session());
    expect(shown).toContain('Plan the counter');
    expect(shown).not.toContain('The owner');

    await page.reload();
    const again = await openWorkbench(page);
    await again.palette.run('Rubricate: Focus Progress');
    await pane.locator('.message', { hasText: 'Filter: At the counter.' }).waitFor();
    // A window that has just started takes the focus once more.
    await page.waitForTimeout(1_500);
    await again.palette.run('Rubricate: Clear Progress Filter');
    await pane.locator('.message', { hasText: 'Filter' }).waitFor({ state: 'hidden' });
    await expect.poll(() => itemsOf({ workbench: again }), { timeout: 15_000 }).toContain('The owner');
  });

  it('is searched for words, and sorted', async () => {
    const { workbench, page } = session();
    const { palette } = workbench;
    await palette.run('Rubricate: Find in Progress…');
    await palette.answer('night');
    await expect.poll(() => itemsOf(session()), { timeout: 15_000 }).toContain('Staff the night shift');
    expect(await itemsOf(session())).not.toContain('The owner');
    await palette.run('Rubricate: Clear Progress Filter');
    await palette.run('Rubricate: Sort Progress…');
    await palette.choose('Weakest first');
    await page.locator('.pane .message', { hasText: 'Weakest first' }).waitFor();
    await palette.run('Rubricate: Sort Progress…');
    await palette.choose('In the order of the loop');
    await page.locator('.pane .message', { hasText: 'Weakest first' }).waitFor({ state: 'hidden' });
  });

  it('shows an answer that is begun, with what it covers, as soon as its file is there', async () => {
    const { folder } = session();
    const text = '---\nquestion: bakery/counter\nlevel: L2\n---\n\n## Scope\n\nRolls are out of scope.\n';
    await writeFile(join(folder, 'begun.md'), text);
    await expect.poll(() => itemsOf(session()), { timeout: 15_000 }).toMatch(/Plan the counter ?begun · 1 of \d/);
  });
});

describe('Set Target in the workbench', () => {
  const session = useSession();

  it('is done by keyboard, with a way back, and writes the file', async () => {
    const { workbench, page, folder } = session();
    const { palette } = workbench;
    await workbench.openFile('plan.md');
    const title = page.locator('.quick-input-title');
    const at = (step: string) => title.filter({ hasText: step }).waitFor();
    /** Types until the row is the one that Enter takes. */
    const take = async (words: string): Promise<void> => {
      await page.keyboard.type(words);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).waitFor();
      await page.keyboard.press('Enter');
    };
    await palette.run('Rubricate: Set Target…');
    await at('(1 of 5): company and role');
    await page.keyboard.press('Enter');
    await at('(2 of 5): level');
    await page.keyboard.press('Enter');
    await at('(3 of 5): interview date');
    await page
      .locator('.quick-input-titlebar .codicon-quick-input-back, .quick-input-titlebar [aria-label="Back"]')
      .first()
      .click();
    await at('(2 of 5): level');
    await take('L1');
    await at('(3 of 5): interview date');
    await take('Enter a date');
    await page.waitForTimeout(300);
    await palette.answer('2099-13-01');
    await page.locator('.quick-input-message', { hasText: 'This is no date' }).waitFor();
    await palette.answer('2099-01-15');
    await at('(4 of 5): hours a week');
    await take('Not decided yet');
    await at('(5 of 5): background');
    await take('Miller');
    await page.locator('.tab.active[data-resource-name="rubricate.yaml"]').waitFor();
    const file = join(folder, 'rubricate.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('level: L1');
    expect(text).toContain('interview: 2099-01-15');
    expect(text).toContain('background: miller');
    expect(text).not.toContain('hoursAWeek');

    await palette.run('Rubricate: Set Target…');
    for (const step of ['(1 of 5)', '(2 of 5)']) {
      await at(step);
      await page.keyboard.press('Enter');
    }
    await at('(3 of 5): interview date');
    await take('No date yet');
    await at('(4 of 5)');
    await page.keyboard.press('Escape');
    expect(await readFile(file, 'utf8'), 'nothing is written before the last step').toBe(text);
    await palette.run('Rubricate: Set Target…');
    for (const step of ['(1 of 5)', '(2 of 5)']) {
      await at(step);
      await page.keyboard.press('Enter');
    }
    await at('(3 of 5)');
    await take('No date yet');
    await at('(4 of 5)');
    await take('Not decided yet');
    await at('(5 of 5)');
    await take('None of these');
    await expect.poll(() => readFile(file, 'utf8'), { timeout: 10_000 }).not.toContain('interview');
    expect(await readFile(file, 'utf8')).not.toContain('background');
    expect(await readFile(file, 'utf8')).toContain('"designs/**/*.md": [oven]');
  }, 120_000);

  it('exports the plan through the dialog for files', async () => {
    const { workbench, page, folder } = session();
    await workbench.palette.run('Rubricate: Export Plan…');
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await expect.poll(() => input.inputValue(), { timeout: 10_000 }).toContain('bakery-baker-plan.ics');
    await page.keyboard.press('Enter');
    await page.locator('.notification-list-item-message', { hasText: 'holds the plan' }).waitFor();
    const calendar = await readFile(join(folder, 'bakery-baker-plan.ics'), 'utf8');
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar).toContain('Knead ten loaves by hand.');
    await workbench.palette.run('Notifications: Clear All Notifications');

    await workbench.palette.run('Rubricate: Export Plan…');
    await expect.poll(() => input.inputValue(), { timeout: 10_000 }).toContain('bakery-baker-plan.ics');
    await input.fill(join(folder, 'elsewhere.ics'));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    await expect(access(join(folder, 'elsewhere.ics'))).rejects.toThrow();
  });
});
