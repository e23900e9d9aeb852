import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { cacheFolder } from './cache-folder.ts';

const run = promisify(execFile);

/** A browser program and what its process needs in its environment. */
type Program = { readonly path: string; readonly env: Readonly<Record<string, string>> };

const systemPrograms = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Launches a headless browser: the one `RUBRICATE_BROWSER` names, else a Chrome or Chromium of the system, else the
 * headless Chromium that comes as a package (Linux x64).
 */
export const launchBrowser = async (): Promise<Browser> => {
  const program = await findProgram();
  return chromium.launch({
    executablePath: program.path,
    // Whoever launches it decides what a signal means; Playwright would close the browser and carry on.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...(process.env as Record<string, string>), ...program.env },
    args: [
      // The pages are our own, on this machine; root (as in a container) cannot use Chromium's sandbox.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

const findProgram = async (): Promise<Program> => {
  const named = process.env.RUBRICATE_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`RUBRICATE_BROWSER names ${named}, which does not exist.`);
    return { path: named, env: {} };
  }
  const system = systemPrograms.find((path) => existsSync(path));
  if (system) return { path: system, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedProgram();
  throw new Error('No Chrome or Chromium was found. Install one, or name one in RUBRICATE_BROWSER.');
};

const fontsFile = 'fonts.conf';

/** The fonts of the system, and where it has none the one that comes with the packaged Chromium. */
const fontsConfiguration = (own: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${own}</dir>
</fontconfig>
`;

/**
 * Unpacks the packaged Chromium into the cache, under a temporary name first so that an interrupted unpacking never
 * counts, and adds the libraries it brings where the system lacks them.
 */
const packagedProgram = async (): Promise<Program> => {
  const manifest = join(
    dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
    'package.json',
  );
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  const folder = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.partial-${process.pid}-${Date.now()}`;
    await mkdir(draft, { recursive: true });
    try {
      // The package unpacks into the temporary folder of its process, and its libraries only where it believes it
      // runs in a Lambda; so it gets a process with both set to our liking.
      const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
      await run(process.execPath, ['--input-type=module', '--eval', unpack], {
        cwd: import.meta.dirname,
        env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: '24.x' },
      });
      await writeFile(join(draft, fontsFile), fontsConfiguration(join(folder, 'fonts')));
      await rename(draft, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error; // Another process finished first.
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, fontsFile) };
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const starts = (env: Readonly<Record<string, string>>): Promise<boolean> =>
    run(path, ['--version'], { env: { ...process.env, ...env } }).then(
      () => true,
      () => false,
    );
  if (await starts({})) return { path, env: fonts };
  if (await starts(libraries)) return { path, env: { ...fonts, ...libraries } };
  throw new Error(`The packaged Chromium at ${path} does not start here. Name a browser in RUBRICATE_BROWSER.`);
};
