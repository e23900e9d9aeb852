import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder } from '../../../scripts/paths.ts';
import { createKeyboard } from './pages/keyboard.ts';
import { emptyWorkspace, useSession } from './session.ts';

/** Where to put pictures of the walkthrough, for somebody to look at; none are taken unless it is named. */
const pictures = process.env.RUBRICATE_PICTURES;

describe('the first steps', () => {
  const session = useSession({ workspace: emptyWorkspace });

  it('copies the example to a folder that is chosen, and opens it in a window of its own', async () => {
    const { page, context, folder } = session();
    const { run } = createKeyboard(page);
    const path = page.locator('.quick-input-widget .quick-input-box input').first();
    const opened = context.waitForEvent('page', { timeout: 60_000 });
    await run('Rubricate: Open the Example Workspace…');
    // The editor's own dialog, which fills in the folder that is open first; a folder in it ends with a slash.
    await page.locator('.quick-input-title', { hasText: 'Choose where to put the example workspace' }).waitFor();
    await expect.poll(() => path.inputValue(), { timeout: 15_000 }).toContain(folder);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(`${dirname(folder)}/`);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    const window = await opened;
    await window.locator('.explorer-folders-view .monaco-list-row', { hasText: 'home-feed-weak.md' }).waitFor({
      timeout: 60_000,
    });
    expect(await window.title()).toContain('rubricate-example');
    await window.close();
    const copy = join(dirname(folder), 'rubricate-example');
    const original = join(extensionFolder, 'example');
    const names = (await readdir(original, { recursive: true })).filter((name) => name.includes('.'));
    for (const name of names)
      expect(await readFile(join(copy, name), 'utf8')).toBe(await readFile(join(original, name), 'utf8'));
  }, 120_000);

  it('ticks steps of the walkthrough when what they are about was done', async () => {
    const { page, workbench } = session();
    const { run, choose } = createKeyboard(page);
    const box = page.locator('.quick-input-widget');
    const walkthrough = page.locator('.gettingStartedContainer');
    const step = walkthrough.locator('.getting-started-step').first();
    const openWalkthrough = async (): Promise<void> => {
      await run('Welcome: Open Walkthrough...');
      await choose(undefined, 'Get Started with Rubricate', 'Get Started with Rubricate');
      await step.waitFor();
    };
    const ticked = async (): Promise<readonly string[]> => {
      // A key that closes a box which has closed by itself leads from the steps to the list of walkthroughs, behind which the
      // steps stay as they were; so they are opened anew.
      await openWalkthrough();
      const boxes = await walkthrough
        .locator('.getting-started-step .codicon-getting-started-step-checked')
        .evaluateAll((found) =>
          found.flatMap((one) => (one.getAttribute('data-done-step-id') ?? '').split('#').at(-1) ?? []),
        );
      return [...new Set(boxes)].sort();
    };
    const commands = {
      answer: 'Rubricate: Practise a Question…',
      example: 'Rubricate: Open the Example Workspace…',
      target: 'Rubricate: Set Target…',
    };
    const steps = Object.keys(commands);
    await openWalkthrough();
    expect(await ticked()).not.toEqual(steps);
    // A step that is left midway was still taken. The list it opens may close by itself when the walkthrough takes the focus,
    // and VS Code may miss a command that runs before it listens; so what is not ticked is done once more.
    const takeSteps = async (): Promise<readonly string[]> => {
      const done = await ticked();
      for (const [name, command] of Object.entries(commands)) {
        if (done.includes(name)) continue;
        await run(command);
        await box.waitFor({ timeout: 5_000 }).catch(() => undefined);
        if (await box.isVisible()) await page.keyboard.press('Escape');
      }
      return ticked();
    };
    await expect.poll(takeSteps, { timeout: 80_000, interval: 1_000 }).toEqual(steps);
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    for (const theme of ['Light Modern', 'Dark High Contrast']) {
      await workbench.chooseTheme(theme);
      await page.waitForTimeout(1_000);
      await page.screenshot({ path: join(pictures, `walkthrough-${theme.replaceAll(' ', '-').toLowerCase()}.png`) });
    }
  }, 120_000);
});
