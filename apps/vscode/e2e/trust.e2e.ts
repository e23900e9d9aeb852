import { describe, expect, it } from 'vitest';
import { useSession } from './session.ts';

describe('a folder that is not trusted', () => {
  const session = useSession({
    workspaceTrust: true,
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  });

  it('has its own packs read only once it is trusted', async () => {
    const { openFile, palette, problems, page, status } = session().workbench;
    await openFile('plan.md');
    await status('Restricted Mode').waitFor();
    await expect.poll(async () => (await problems.counts()).infos, { timeout: 15_000 }).toBe(0);

    await palette.run('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    await status('Restricted Mode').waitFor({ state: 'detached' });
    await openFile('plan.md');
    await expect.poll(async () => (await problems.counts()).infos, { timeout: 15_000 }).toBeGreaterThan(0);
  });
});
