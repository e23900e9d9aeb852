import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { openWorkbench } from '../apps/vscode/e2e/pages/workbench.ts';
import { packagedExtension } from './paths.ts';
import { readZip } from './read-zip.ts';

/** Where the gallery would have the files of an extension: an address of https, which is all that VS Code takes them from. */
const gallery = 'https://gallery.invalid/rubricate';

/** The suite has to lie with the extension, for each extension has a `vscode` of its own that tests stand in for parts of. */
export const suiteFile = 'out/test/index.js';

const types: Readonly<Record<string, string>> = {
  ...{ json: 'application/json', js: 'text/javascript', cjs: 'text/javascript', svg: 'image/svg+xml' },
  ...{ png: 'image/png', md: 'text/markdown', txt: 'text/plain' },
};

/** Where the test suite would be, were it in the package: beside the extension's own files. */
export const suiteInBrowser = `${gallery}/${suiteFile}`;

/**
 * Installs the packed extension into the browser's own VS Code, by its command "Install Extension from Location". The files
 * come unchanged out of the VSIX, one by one as the workbench asks for them, as they come from the gallery for the web; the
 * suite comes from `tests`.
 */
export const installInBrowser = async (context: BrowserContext, page: Page, tests: string): Promise<void> => {
  const files = new Map(readZip(await readFile(packagedExtension)));
  files.set(`extension/${suiteFile}`, await readFile(tests));
  await context.route(`${gallery}/**`, (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.replace('/rubricate/', ''));
    // The packer spells these two in lower case.
    const body = files.get(`extension/${name}`) ?? files.get(`extension/${name.toLowerCase()}`);
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (!body) return route.fulfill({ status: 404, headers });
    const contentType = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return route.fulfill({ status: 200, headers, contentType, body: Buffer.from(body) });
  });
  const { palette } = await openWorkbench(page);
  await palette.run('Developer: Install Extension from Location...');
  await palette.answer(gallery);
  await page.locator('.activitybar [aria-label^="Rubricate"]').first().waitFor({ timeout: 60_000 });
};
