import { describe, expect, it } from 'vitest';
import { useSession } from './session.ts';

describe('an answer in the workbench', () => {
  const session = useSession();

  it('offers the commands by their names', async () => {
    const { openFile, palette } = session().workbench;
    await openFile('plan.md');
    expect(await palette.commands('Rubricate: Review')).toContain('Rubricate: Review Now');
    expect(await palette.commands('Rubricate: Focus')).toContain('Rubricate: Focus Checklist');
  });

  it('shows its pitfalls in the count of problems', async () => {
    const { problems } = session().workbench;
    await expect.poll(async () => (await problems.counts()).infos, { timeout: 15_000 }).toBeGreaterThan(0);
  });

  it('explains a pitfall when pointed at', async () => {
    const { editor } = session().workbench;
    expect(await editor.hover('simply works')).toContain('Magic');
  });

  it('offers fixes for a pitfall', async () => {
    const { editor, page } = session().workbench;
    const fixes = await editor.quickFixes('simply works');
    expect(fixes.join('\n')).toContain('Dismiss');
    await page.keyboard.press('Escape');
  });

  it('opens the explanation of a pitfall from the code of its hint, rendered', async () => {
    const { editor, openFile, page } = session().workbench;
    await editor.hover('simply works');
    await page.locator('.monaco-hover a.code-link', { hasText: 'oven/magic' }).click();
    await page.locator('.tab.active', { hasText: 'magic.md' }).waitFor();
    await expect.poll(() => page.locator('.webview.ready').count()).toBeGreaterThan(0);
    await openFile('plan.md');
  });

  it('lists its criteria in the checklist', async () => {
    const { palette, tree } = session().workbench;
    await palette.run('Rubricate: Focus Checklist');
    await expect.poll(async () => (await tree('Checklist').items()).join('\n')).toContain('Baking time');
  });

  it('follows the theme', async () => {
    const { chooseTheme, page } = session().workbench;
    await chooseTheme('Dark Modern');
    await expect.poll(() => page.locator('.monaco-workbench.vs-dark').count()).toBe(1);
    await chooseTheme('Light Modern');
    await expect.poll(() => page.locator('.monaco-workbench.vs').count()).toBe(1);
  });
});
