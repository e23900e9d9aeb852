import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { useSession } from './session.ts';

const session = useSession({ workspace: join(root, 'examples') });

it('a mock interview goes on after a reload of the window, and still hides what is found', async () => {
  const { workbench, page } = session();
  await workbench.openFile('home-feed-draft.md');
  await workbench.palette.run('Rubricate: Mock Interview…');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Not yet tried' }).click();
  const status = page.locator('.statusbar-item[id="rubricate.rubricate-vscode.rubricate.mock"]');
  await status.waitFor();
  expect(await status.getAttribute('aria-label')).toMatch(/^Mock interview: 60 minutes left/);

  // As a user reloads: the editor writes what it keeps before it goes.
  await Promise.all([page.waitForEvent('load'), workbench.palette.run('Developer: Reload Window')]);
  await status.waitFor({ timeout: 30_000 });
  await page.locator('.monaco-editor .view-line', { hasText: 'Questions and scope' }).waitFor();
  expect((await status.innerText()).trim()).toMatch(/^(?:59:\d\d|60:00) · Questions and scope/);
  await page.waitForTimeout(1_500);
  expect(await page.locator('.codelens-decoration > a').count()).toBe(0);

  await workbench.palette.run('Rubricate: Mock Interview: Finish and Review');
  await page.locator('.notification-list-item-message', { hasText: 'Written in 0 of 60 minutes' }).first().waitFor();
  await status.waitFor({ state: 'detached' });
});
