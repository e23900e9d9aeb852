import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { root } from '../../../scripts/paths.ts';
import { type ServedVscode, serveVscode } from '../../../scripts/served-vscode.ts';
import { stageExtension } from '../../../scripts/stage-extension.ts';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
import { debriefPage } from './debrief-scenes.ts';
import { openWorkbench } from './pages/workbench.ts';
import type { Session } from './session.ts';

type Window = Pick<Session, 'workbench' | 'page'>;

/** Review, report, cards and each of the labs, as a user asks for them. */
const useEverything = async (window: Window): Promise<void> => {
  const { workbench, page } = window;
  const { palette, openFile, closeEditors, tree } = workbench;
  const heading = () =>
    debriefPage(window as Session)
      .locator('h1')
      .waitFor({ timeout: 60_000 });
  await openFile('home-feed-draft.md');
  await page.locator('.codelens-decoration > a').first().waitFor({ timeout: 60_000 });
  await palette.run('Rubricate: Focus Progress');
  await tree('Progress').items();
  await palette.run('View: Focus Active Editor Group');
  await palette.run('Rubricate: Debrief');
  await heading();
  await closeEditors();
  await palette.run('Rubricate: Vector Playground');
  await debriefPage(window as Session)
    .locator('svg.trade')
    .waitFor({ timeout: 60_000 });
  await closeEditors();
  await openFile('start-up-or-large-company.offer.yaml');
  await palette.run('Rubricate: Show Offer');
  await heading();
  await closeEditors();
  await openFile('home-feed.vtt');
  await palette.run('Rubricate: Review Transcript');
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await heading();
  await closeEditors();
  await openFile('diagnosis-weak.md');
  await palette.run('Rubricate: Grade Incident Diagnosis');
  await page.locator('.tab', { hasText: 'graded' }).waitFor({ timeout: 60_000 });
  await closeEditors();
  await palette.run('Rubricate: Quiz: Five Cards');
  await page.locator('.quick-input-title').waitFor();
  await page.keyboard.press('Escape');
};

describe('nothing leaves', () => {
  it('the extension host of the browser, and no page of ours', async () => {
    const temporary = await makeTemporaryFolder('network');
    const extension = join(temporary.path, 'extension');
    let vscode: ServedVscode | undefined;
    let browser: Browser | undefined;
    try {
      await stageExtension({ target: extension, host: 'web' });
      const folder = join(temporary.path, 'examples');
      await cp(join(root, 'examples'), folder, { recursive: true });
      // A window runs an extension from a folder in the browser's host only as a test; this one lasts until the window goes.
      const tests = join(extension, 'stay.js');
      await writeFile(tests, 'exports.run = () => new Promise(() => {});');
      vscode = await serveVscode({ testDriver: true });
      browser = await launchBrowser();
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      // The workbench asks a gallery for extensions by itself; hosts and pages of extensions are frames within its page.
      const [own, foreign]: [string[], string[]] = [[], []];
      const { authority } = vscode;
      const page = await context.newPage();
      context.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        const isOfWorkbench = !request.serviceWorker() && request.frame() === page.mainFrame();
        if (isOfWorkbench || ['data:', 'blob:'].includes(protocol)) return;
        (host === authority ? own : foreign).push(request.url());
      });
      await context.route(
        ({ host, protocol }) => protocol.startsWith('http') && host !== authority,
        (route) => route.abort(),
      );
      await page.exposeFunction('codeAutomationLog', () => {});
      await page.exposeFunction('codeAutomationExit', () => {});
      await page.goto(vscode.address({ folder, extension, tests }));
      await useEverything({ page, workbench: await openWorkbench(page) });
      // The host's own files came from there, so requests of the host are among those that were seen.
      expect(own.some((url) => url.includes('extension.web.js'))).toBe(true);
      expect(foreign).toEqual([]);
    } finally {
      await browser?.close();
      await vscode?.stop();
      temporary.remove();
    }
  }, 400_000);
});
