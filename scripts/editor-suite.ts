// Runs the compiled test suite in a real VS Code: `node scripts/editor-suite.ts NAME`.
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { type Counts, countsLine, readCounts } from './counts.ts';
import { extensionFolder, packagedExtension } from './paths.ts';
import { type ServedVscode, serveVscode } from './served-vscode.ts';
import { type Host, stageExtension } from './stage-extension.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { installInBrowser, suiteFile, suiteInBrowser } from './web-extension.ts';

/** How the suite is run: in which host, with what trust, and against the folder of the extension or the installed one. */
type Run = { readonly host: Host; readonly trust: 'off' | 'restricted'; readonly installed: boolean };

export const editorRuns = {
  /** The suite in the Node extension host, in a trusted folder. */
  node: { host: 'node', trust: 'off', installed: false },
  /** The suite in the web worker host, as in a browser without a server. */
  web: { host: 'web', trust: 'off', installed: false },
  /** The suite in a folder nobody has trusted yet: VS Code's restricted mode. */
  restricted: { host: 'node', trust: 'restricted', installed: true },
  /** The suite against the packed extension, installed into a clean VS Code. */
  installed: { host: 'node', trust: 'off', installed: true },
  /** The same, installed into the browser's own VS Code. */
  'installed-web': { host: 'web', trust: 'off', installed: true },
} as const satisfies Readonly<Record<string, Run>>;

export type EditorRun = keyof typeof editorRuns;

const patienceMs = Number(process.env.RUBRICATE_SUITE_PATIENCE_MS ?? 8 * 60_000);

/** Runs the suite once and returns its counts; its lines go to `log` as they come. */
export const runEditorSuite = async (name: EditorRun, log: (line: string) => void): Promise<Counts> => {
  const { host, trust, installed }: Run = editorRuns[name];
  const temporary = await makeTemporaryFolder('suite');
  const folder = temporary.path;
  const extension = join(folder, 'extension');
  const workspace = join(folder, 'workspace');
  let vscode: ServedVscode | undefined;
  const browser = await launchBrowser();
  try {
    await stageExtension({ target: extension, host });
    await cp(join(extensionFolder, 'test', 'workspace'), workspace, { recursive: true });
    await mkdir(join(workspace, '.vscode'), { recursive: true });
    await writeFile(join(workspace, '.vscode', 'run-facts.json'), JSON.stringify({ host, trust, installed }));
    const restricted = trust === 'restricted';
    vscode = await serveVscode({
      testDriver: true,
      install: installed && host === 'node' ? [packagedExtension] : [],
      workspaceTrust: restricted,
      // The window asks nothing at its start, so that it stays in restricted mode.
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
      log,
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    const tests = join(extension, 'out', 'test', 'index.js');
    if (installed && host === 'web') {
      await page.goto(vscode.address({ folder: workspace }));
      await installInBrowser(context, page, tests);
    }
    const watch = watchLines(log);
    if (restricted) {
      page.on('console', (message) => watch.line(message.text()));
      const runner = await stageRunner(join(folder, 'runner'), tests);
      await page.goto(vscode.address({ folder: workspace, extension: runner }));
    } else {
      // A window with a test payload reports through two functions that it finds on the page.
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
        watch.line(args.join(' ')),
      );
      await page.exposeFunction('codeAutomationExit', watch.exit);
      // VS Code runs tests only beside an extension that is being developed; where the one under test is installed, any will do.
      const developed = installed ? await stageRunner(join(folder, 'runner')) : extension;
      const suite = !installed ? tests : host === 'web' ? suiteInBrowser : await layBeside(vscode.extensions, tests);
      await page.goto(vscode.address({ folder: workspace, extension: developed, tests: suite }));
    }
    return await watch.ended;
  } finally {
    await browser.close();
    await vscode?.stop();
    temporary.remove();
  }
};

/**
 * VS Code trusts every folder it is told to test in. So the restricted run brings the suite as a second extension that starts
 * it by itself. Without `tests` the extension does nothing.
 */
const stageRunner = async (target: string, tests?: string): Promise<string> => {
  await mkdir(target, { recursive: true });
  const manifest = {
    name: 'suite-runner',
    publisher: 'rubricate',
    version: '0.0.0',
    engines: { vscode: '^1.106.0' },
    ...(tests === undefined ? {} : { main: './index.js', activationEvents: ['onStartupFinished'] }),
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
  if (tests === undefined) return target;
  await cp(tests, join(target, 'suite.js'));
  // Not returned to VS Code: a start that lasts as long as the suite would count as a hanging extension.
  const index = `exports.activate = () => { require('./suite.js').run().catch((error) => console.error(error)); };`;
  await writeFile(join(target, 'index.js'), index);
  return target;
};

/** Lays the suite into the folder of the installed extension, which stays as it is otherwise. */
const layBeside = async (extensions: string, tests: string): Promise<string> => {
  const [name, ...others] = (await readdir(extensions)).filter((entry) => entry.startsWith('rubricate.'));
  if (name === undefined || others.length > 0) throw new Error('The packed extension was not installed once.');
  const target = join(extensions, name, suiteFile);
  await mkdir(dirname(target), { recursive: true });
  await cp(tests, target);
  return target;
};

type Watch = {
  readonly line: (text: string) => void;
  readonly exit: (code: number) => void;
  readonly ended: Promise<Counts>;
};

/** Passes the suite's lines on and ends with its counts; what else the window printed is shown only if they never come. */
const watchLines = (log: (line: string) => void): Watch => {
  const { promise, resolve, reject } = Promise.withResolvers<Counts>();
  const others: string[] = [];
  const giveUp = (reason: string): void => reject(new Error([reason, ...others.slice(-40)].join('\n')));
  const timer = setTimeout(() => giveUp(`The suite did not end within ${patienceMs / 1000} seconds.`), patienceMs);
  const line = (text: string): void => {
    const own = suiteLine.exec(text)?.[1];
    if (own === undefined) {
      others.push(text.slice(0, 1_000));
      return;
    }
    const counts = readCounts(own);
    if (counts) resolve(counts);
    else log(own);
  };
  const exit = (code: number): void => giveUp(`The suite ended with code ${code} before it reported its counts.`);
  return { line, exit, ended: promise.finally(() => clearTimeout(timer)) };
};

/** On the page's console a line of an extension host carries its styles: `%c[Extension Host] %csuite|text color: blue`. */
const suiteLine = /(?:^|%c)suite\|(.*?)(?: color: \w*(?: color: \w*)?)?$/;

if (import.meta.main) {
  const name = process.argv[2];
  if (name === undefined || !(name in editorRuns))
    throw new Error(`Name a run: ${Object.keys(editorRuns).join(', ')}.`);
  const counts = await runEditorSuite(name as EditorRun, console.log);
  console.log(countsLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
