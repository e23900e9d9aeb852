import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { extensionFolder, packagedExtension, root } from '../../../scripts/paths.ts';
import { type ServedVscode, type ServeOptions, serveVscode } from '../../../scripts/served-vscode.ts';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

/** A workspace with nothing in it. */
export const emptyWorkspace = 'empty';

export type SessionOptions = ServeOptions & {
  /** The folder to copy and open, or `emptyWorkspace`; the workspace of the test suite unless named. */
  readonly workspace?: string;
};

/** A window on a fresh copy of a workspace, with the packed extension installed as a user would install it. */
export type Session = {
  readonly workbench: Workbench;
  readonly page: Page;
  /** The copy that is open. */
  readonly folder: string;
  readonly context: BrowserContext;
  readonly stop: () => Promise<void>;
};

export const startSession = async ({ workspace, ...serve }: SessionOptions = {}): Promise<Session> => {
  const parent = await makeTemporaryFolder('workbench');
  const original = workspace ?? join(extensionFolder, 'test', 'workspace');
  const folder = join(parent.path, basename(original));
  let vscode: ServedVscode | undefined;
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await vscode?.stop();
    parent.remove();
  };
  try {
    if (original === emptyWorkspace) await mkdir(folder);
    else await cp(original, folder, { recursive: true });
    vscode = await serveVscode({ install: [packagedExtension], ...serve });
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(vscode.address({ folder }));
    return { workbench: await openWorkbench(page), page, folder, context, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/**
 * One session for the tests of a file. A failed test leaves a picture and a Playwright trace in
 * test-results/; `pnpm exec playwright-core show-trace FILE` opens the trace.
 */
export const useSession = (options: SessionOptions = {}): (() => Session) => {
  let session: Session | undefined;
  const current = (): Session => {
    if (!session) throw new Error('The session has not started.');
    return session;
  };
  beforeAll(async () => {
    session = await startSession(options);
    await session.context.tracing.start({ screenshots: true, snapshots: true });
  });
  beforeEach(async () => {
    await current().context.tracing.startChunk();
  });
  afterEach(async ({ task }) => {
    const { context, page } = current();
    if (task.result?.state !== 'fail') {
      await context.tracing.stopChunk();
      return;
    }
    const folder = join(root, 'test-results');
    const name = task.name.replaceAll(/\W+/g, '-').toLowerCase();
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.tracing.stopChunk({ path: join(folder, `${name}.zip`) });
    console.error(`See test-results/${name}.png and ${name}.zip.`);
  });
  afterAll(async () => {
    await session?.stop();
  });
  return current;
};
