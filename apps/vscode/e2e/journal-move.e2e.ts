import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { packagedExtension, root as repository } from '../../../scripts/paths.ts';
import { type ServedVscode, serveVscode } from '../../../scripts/served-vscode.ts';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('a journal kept with no folder open', () => {
  const parent = makeTemporaryFolder('move');
  let vscode: ServedVscode;
  let browser: Browser;
  let page: Page;
  let root = '';
  beforeAll(async () => {
    root = (await parent).path;
    for (const name of ['first', 'second']) {
      mkdirSync(join(root, name));
      // A folder for answers; in any other the extension sleeps, and offers nothing.
      writeFileSync(join(root, name, 'rubricate.yaml'), 'company: pinterest\n');
    }
    writeFileSync(
      join(root, 'loose.md'),
      '---\nquestion: foundations/url-shortener\nlevel: senior\n---\n\n## Scope\n\nReads are in scope; editing a link is not.\n',
    );
    vscode = await serveVscode({ install: [packagedExtension] });
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(join(repository, 'test-results'), { recursive: true });
    await page.screenshot({ path: join(repository, 'test-results', `journal-${task.id}.png`) });
  });
  afterAll(async () => {
    await browser?.close();
    await vscode?.stop();
    (await parent).remove();
  });

  /** A window on a folder or, with none, on the loose answer alone. */
  const open = async (folder: string | undefined): Promise<Workbench> => {
    const url = new URL(vscode.address({ folder: folder ?? root }));
    if (folder === undefined) {
      url.searchParams.delete('folder');
      // An empty window, whatever was open before.
      url.searchParams.set('ew', 'true');
      const file = `vscode-remote://${vscode.authority}${join(root, 'loose.md')}`;
      url.searchParams.set('payload', JSON.stringify([['openFile', file]]));
    }
    await page.goto(url.href);
    return openWorkbench(page);
  };
  const notification = (text: RegExp) => page.locator('.notification-list-item', { hasText: text }).first();
  const press = (text: RegExp, button: string): Promise<void> =>
    notification(text).locator('.monaco-button', { hasText: button }).click({ timeout: 40_000 });
  const record = async (times: number): Promise<void> => {
    const { palette, editor } = await open(undefined);
    // Judged: now the commands for answers are in the palette.
    await page.locator('.contentWidgets .codelens-decoration', { hasText: 'aims at' }).first().waitFor();
    for (let time = 0; time < times; time++) {
      await editor.clickAt('Reads are in scope');
      await editor.type(`Attempt ${time}. `);
      await palette.run('Rubricate: Record Attempt');
      await notification(/Recorded: /).waitFor();
      await palette.run('Notifications: Clear All Notifications');
    }
    await palette.run('File: Save');
  };
  const inFolder = (name: string): readonly string[] => {
    try {
      return readdirSync(join(root, name, '.rubricate', 'journal')).filter((file) => !file.startsWith('.'));
    } catch {
      return [];
    }
  };
  const offered = /Rubricate's own storage\. Move/;

  it('is offered to be moved where a folder is opened, and moved with all of it', async () => {
    await record(2);
    const { palette } = await open(join(root, 'first'));
    await press(offered, 'Move');
    await notification(/2 files of your journal were moved/).waitFor();
    const files = inFolder('first');
    expect(files).toHaveLength(2);
    for (const file of files)
      expect(JSON.parse(readFileSync(join(root, 'first', '.rubricate', 'journal', file), 'utf8'))).toMatchObject({
        kind: 'attempt-recorded',
        question: 'foundations/url-shortener',
      });
    await palette.run('Notifications: Clear All Notifications');
    await palette.run('Rubricate: Move Journal Into This Folder');
    await notification(/Nothing is in Rubricate's own storage/).waitFor();
  }, 180_000);

  it('is not offered again after a "not now", and moved when it is asked for', async () => {
    await record(1);
    await open(join(root, 'second'));
    await press(offered, 'Not now');
    await notification(offered).waitFor({ state: 'detached' });
    // A window in a browser writes down what it remembers a moment later.
    await page.waitForTimeout(3_000);
    const { palette } = await open(join(root, 'second'));
    await palette.run('Rubricate: Check Journal');
    // By now the offer would show.
    await notification(/1 event is recorded in/).waitFor();
    expect(await notification(offered).count()).toBe(0);
    expect(inFolder('second')).toEqual([]);
    await palette.run('Rubricate: Move Journal Into This Folder');
    await notification(/1 file of your journal was moved/).waitFor();
    expect(inFolder('second')).toHaveLength(1);
  }, 180_000);

  it('has a damaged file told when the window opens, with the file one press away', async () => {
    const journal = join(root, 'second', '.rubricate', 'journal');
    mkdirSync(journal, { recursive: true });
    writeFileSync(join(journal, 'cut.json'), '{"v": 1, "kind"');
    await open(join(root, 'second'));
    await press(/A file of your journal cannot be read/, 'Open file');
    await page.locator('.tab.active[data-resource-name="cut.json"]').waitFor();
  }, 120_000);
});
