import { describe, expect, it } from 'vitest';
import { debriefPage, openDebrief } from './debrief-scenes.ts';
import { createKeyboard } from './pages/keyboard.ts';
import { useSession } from './session.ts';

describe('the debrief in the workbench', () => {
  const session = useSession();

  it('leads from a quote to its words by Enter, and follows what is written', async () => {
    const { page, openFile, palette } = session().workbench;
    await openDebrief(session(), 'plan.md');
    const report = debriefPage(session());
    expect(await report.locator('main h2').allInnerTexts()).toContain('Cheapest edits to the next bar');
    const quote = report.locator('button[data-start]', { hasText: 'The machine simply works.' }).first();
    await quote.focus();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /\(25 selected\)/ }).waitFor();
    // The words it had selected give way to others: the report says so without being asked for again.
    await page.keyboard.type('Rye stays in the oven for 50 minutes.');
    await report.locator('li.met', { hasText: 'Baking time' }).waitFor();
    expect(await quote.count()).toBe(0);
    await openFile('plan.md');
    await palette.run('File: Revert File');
  });

  it('has a language, one main heading, landmarks and headings that do not skip a level', async () => {
    const report = debriefPage(session());
    const facts = await report.locator('html').evaluate((html) => ({
      language: html.getAttribute('lang'),
      landmarks: ['header', 'main', 'footer'].map((name) => html.querySelectorAll(name).length),
      unnamed: [...html.querySelectorAll('section')].filter(
        (section) => !html.querySelector(`#${section.getAttribute('aria-labelledby')}`),
      ).length,
      levels: [...html.querySelectorAll('h1, h2, h3')].map((heading) => Number(heading.tagName.slice(1))),
    }));
    expect(facts).toMatchObject({ language: 'en', landmarks: [1, 1, 1], unnamed: 0 });
    expect(facts.levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of facts.levels.entries())
      expect(level - (facts.levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('comes back with the window: that of an answer, and that of an attempt', async () => {
    const { page, palette, closeEditors, tree } = session().workbench;
    const report = debriefPage(session());
    const { press, pressUntil, takeFromRowMenu } = createKeyboard(page);
    const reload = async (): Promise<void> => {
      await Promise.all([page.waitForEvent('load'), palette.run('Developer: Reload Window')]);
      await page.locator('.statusbar-item[id="status.problems"]').waitFor({ timeout: 60_000 });
    };
    await closeEditors();
    await openDebrief(session(), 'plan.md');
    const text = await report.locator('main').innerText();
    await reload();
    await report.locator('h1', { hasText: 'Debrief: ' }).waitFor();
    expect(await report.locator('main').innerText()).toBe(text);
    await report.locator('button[data-start]').first().focus();
    await press('Enter');
    await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();

    await palette.run('Rubricate: New Answer…');
    await palette.choose('Plan the counter');
    await page.locator('.tab.active[data-resource-name="counter.md"]').waitFor();
    await palette.run('Rubricate: Record Attempt');
    await page.locator('.notification-list-item-message', { hasText: 'Recorded' }).first().waitFor();
    await palette.run('Notifications: Clear All Notifications');
    await closeEditors();
    await palette.run('Rubricate: Focus Progress');
    const question = tree('Progress').item('Plan the counter');
    await question.waitFor();
    await press('Home');
    await pressUntil('ArrowDown', () => question.evaluate((row) => row.classList.contains('focused')));
    await takeFromRowMenu('Debrief');
    await report.locator('header p', { hasText: 'Attempt of ' }).waitFor();
    await reload();
    await report.locator('header p', { hasText: 'Attempt of ' }).waitFor();
  }, 150_000);
});
