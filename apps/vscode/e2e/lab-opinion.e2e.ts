import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { debriefPage } from './debrief-scenes.ts';
import { agree, askAboutDraft, replyToDraft } from './lab-opinion-scenes.ts';
import { useSession } from './session.ts';
import { offerModel } from './stand-in-model.ts';

describe('a second opinion', () => {
  const session = useSession({ workspace: join(root, 'examples'), testDriver: true });

  it('is asked for only where the user agrees, and shows beside the review with quotes of the text alone', async () => {
    const { page } = session();
    await offerModel(session(), { reply: `Certainly!\n\`\`\`json\n${replyToDraft}\n\`\`\`` });
    await askAboutDraft(session());
    const dialog = page.locator('.monaco-dialog-box');
    const asked = await dialog.innerText();
    expect(asked).toContain('Send home-feed-draft.md to Stand-in 1?');
    expect(asked).toContain('Rubricate itself sends nothing anywhere');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForTimeout(1_500);
    expect(await page.locator('.tab', { hasText: 'Second opinion' }).count()).toBe(0);

    await askAboutDraft(session());
    await agree(session());
    const report = debriefPage(session());
    const text = await report.locator('body').innerText();
    expect(text).toContain('By Stand-in 1 of “stand-in”');
    expect(text).toMatch(/Agrees with Rubricate on \d+ of 19 criteria/);
    // The one that is made up, and the one in other words.
    expect(text).toContain('dropped: 2');
    expect(text).not.toContain('replicated in three regions');
    const titles = await report.locator('h2').allInnerTexts();
    expect(titles).toEqual([
      'The two side by side',
      'Where the two differ',
      'What does not count',
      'Where the two agree',
    ]);

    await report.getByRole('button', { name: 'First page under 600 ms at p95' }).press('Enter');
    await page.locator('.statusbar-item', { hasText: '(30 selected)' }).waitFor();
  }, 120_000);

  it('is given up when it is cancelled', async () => {
    const { page, workbench } = session();
    await offerModel(session(), { reply: replyToDraft, seconds: 60 });
    await workbench.closeEditors();
    await askAboutDraft(session());
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Send This Once' }).click();
    await workbench.palette.run('Notifications: Show Notifications');
    const progress = page.locator('.notifications-center .notification-list-item', { hasText: 'Asking Stand-in 1' });
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    await page.waitForTimeout(1_000);
    expect(await page.locator('.tab', { hasText: 'Second opinion' }).count()).toBe(0);
    expect(await workbench.notifications()).toEqual([]);
  }, 120_000);
});
