import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { createKeyboard } from './pages/keyboard.ts';
import { useSession } from './session.ts';

/** What one practises with and writes down, from its command to its result, with no mouse. */
describe('mock interview, checklist, stories and packs, by keyboard alone', { timeout: 120_000 }, () => {
  const session = useSession({ workspace: join(root, 'examples') });
  const keyboard = () => createKeyboard(session().page);
  const tab = (name: string) => session().page.locator('.tab', { hasText: name });
  const said = (text: string | RegExp) =>
    session().page.locator('.notification-list-item-message', { hasText: text }).first();

  afterEach(() => session().workbench.closeEditors());

  it('takes a mock interview: begins, stops the clock, lets it run on, and finishes', async () => {
    const { run, choose } = keyboard();
    const { page, workbench } = session();
    const clock = page.locator('.statusbar-item[id="rubricate.rubricate-vscode.rubricate.mock"]');
    const spoken = () => clock.getAttribute('aria-label');
    await workbench.openFile('home-feed-draft.md');
    await run('Rubricate: Mock Interview…');
    await choose(undefined, 'Not yet tried');
    await clock.waitFor();
    await run('Rubricate: Mock Interview: Actions…');
    await choose('Mock interview', 'Pause', 'Pause');
    await expect.poll(spoken, { timeout: 15_000 }).toMatch(/paused$/);
    await run('Rubricate: Mock Interview: Actions…');
    await choose('Mock interview', 'Resume', 'Resume');
    await expect.poll(spoken, { timeout: 15_000 }).not.toMatch(/paused$/);
    await run('Rubricate: Mock Interview: Actions…');
    await choose('Mock interview', 'Finish and review', 'Finish');
    await said(/Written in \d+ of 60 minutes/).waitFor();
    await clock.waitFor({ state: 'detached' });
  });

  it('goes from a row of the checklist to the words that earned it', async () => {
    const { run, press, pressUntil } = keyboard();
    const { page, workbench } = session();
    await workbench.openFile('home-feed-strong.md');
    await run('Rubricate: Focus Checklist');
    await workbench.tree('Checklist').items();
    const focused = page.locator('.pane .monaco-list-row.focused');
    const spoken = async (): Promise<string> =>
      (await focused.count()) > 0 ? ((await focused.first().getAttribute('aria-label')) ?? '') : '';
    await pressUntil('ArrowDown', async () => /^[^,]+, met,/.test(await spoken()));
    await press('Enter');
    await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
  });

  it('begins a story for a question, and shows which stories there are', async () => {
    const { run, choose, answer, title } = keyboard();
    await run('Rubricate: New Story…');
    await title.filter({ hasText: 'New story (1 of 2)' }).waitFor();
    await choose('New story (1 of 2)', 'For no question in particular', 'For no question');
    await answer('New story (2 of 2)', 'The night the counts doubled');
    await tab('the-night-the-counts-doubled.md').waitFor();
    await run('Rubricate: Story Matrix');
    await tab('Story').filter({ hasNotText: 'the-night' }).first().waitFor();
  });

  it('makes a pack, has it checked, and reads its page', async () => {
    const { run, choose, answer } = keyboard();
    const { folder } = session();
    await run('Rubricate: New Pack…');
    await answer('New pack (1 of 3)', 'acme');
    await answer('New pack (2 of 3)', 'data-engineer');
    await answer('New pack (3 of 3)', 'Acme, data engineer');
    await tab('pack.yaml').waitFor();
    expect(await readFile(join(folder, 'packs', 'acme-data-engineer', 'pack.yaml'), 'utf8')).toMatch(/acme/);
    await run('Rubricate: Check Packs');
    await said(/^2 packs checked: nothing to change/).waitFor();
    await run('Rubricate: Show Pack…');
    await choose('Show pack', 'Acme, data engineer', 'Acme');
    await tab('acme-data-engineer.md').waitFor();
  });
});
