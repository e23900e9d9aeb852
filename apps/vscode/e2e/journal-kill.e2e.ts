import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEvents } from '@rubricate/core/practice';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { extensionFolder } from '../../../scripts/paths.ts';
import { type ServedVscode, serveVscode } from '../../../scripts/served-vscode.ts';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
import { recordedMark, writes } from '../test/kill/marks.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

const processes = (): readonly Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 16_000_000 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
    });

/** The server that this test started, by the port that it alone has. */
const serverOf = ({ authority }: ServedVscode): Process => {
  const port = authority.slice(authority.lastIndexOf(':') + 1);
  const found = processes().find(({ args }) => args.includes('server-main.js') && args.includes(`--port ${port} `));
  if (!found) throw new Error('The server does not run.');
  return found;
};

/** The extension hosts that a server started. */
const hostsOf = (server: Process): readonly Process[] =>
  processes().filter(({ parent, args }) => parent === server.pid && args.includes('--type=extensionHost'));

const until = async (what: string, holds: () => boolean): Promise<void> => {
  for (const deadline = Date.now() + 90_000; !holds(); ) {
    if (Date.now() > deadline) throw new Error(`Waited 90 seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

// Processes are told apart by `ps`, which Windows does not have.
describe.skipIf(process.platform === 'win32')('a journal whose writers are killed', () => {
  const folder = makeTemporaryFolder('kill');
  let browser: Browser;
  let extension = '';
  beforeAll(async () => {
    const { path } = await folder;
    extension = join(path, 'extension');
    browser = await launchBrowser();
    await build({
      entryPoints: [join(extensionFolder, 'test', 'kill', 'write-events.ts')],
      outfile: join(extension, 'write-events.js'),
      bundle: true,
      format: 'cjs',
      platform: 'browser',
      target: 'es2022',
      external: ['vscode'],
      logLevel: 'error',
    });
    const manifest = { name: 'writer', publisher: 'rubricate', version: '0.0.0', engines: { vscode: '^1.106.0' } };
    writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  });
  afterAll(async () => {
    await browser?.close();
    (await folder).remove();
  });

  /** A window that writes to the folder's journal, and the names it said it had recorded. */
  const writer = async (vscode: ServedVscode, workspace: string) => {
    const said: string[] = [];
    let hasEnded = false;
    const page: Page = await browser.newPage();
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      const name = args.join(' ').split(recordedMark)[1]?.split('|')[0];
      if (name !== undefined) said.push(name);
    });
    await page.exposeFunction('codeAutomationExit', () => {
      hasEnded = true;
    });
    await page.goto(vscode.address({ folder: workspace, extension, tests: join(extension, 'write-events.js') }));
    return { said, page, ended: () => hasEnded };
  };
  const makeWorkspace = async (name: string): Promise<string> => {
    const workspace = join((await folder).path, name);
    mkdirSync(workspace);
    return workspace;
  };
  /** What lies in the journal: every file whole, and each that was said to be recorded. */
  const expectWhole = (workspace: string, said: readonly string[]): number => {
    const journal = join(workspace, '.rubricate', 'journal');
    const names = readdirSync(journal).filter((name) => !name.startsWith('.'));
    const { events, problems } = readEvents(
      names.map((name) => ({ name, text: readFileSync(join(journal, name), 'utf8') })),
    );
    expect(problems).toEqual([]);
    expect(events).toHaveLength(names.length);
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
    return names.length;
  };

  it('has every event that an extension host said it had recorded, while another window writes on', async () => {
    const workspace = await makeWorkspace('host');
    const vscode = await serveVscode({ testDriver: true });
    try {
      const server = serverOf(vscode);
      const killed = await writer(vscode, workspace);
      await until('the first events', () => killed.said.length >= 10);
      const [host] = hostsOf(server);
      const other = await writer(vscode, workspace);
      await until('events of both', () => killed.said.length >= 60 && other.said.length >= 5);
      if (!host) throw new Error('The extension host is not found.');
      process.kill(host.pid, 'SIGKILL');
      // A window starts its host anew, and the writing with it.
      await killed.page.close();
      await until('the other window to end', other.ended);
      expect(other.said).toHaveLength(writes);
      expect(killed.said.length).toBeLessThan(writes);
      expect(expectWhole(workspace, [...killed.said, ...other.said])).toBeGreaterThanOrEqual(writes + 60);
      await other.page.close();
    } finally {
      await vscode.stop();
    }
  }, 240_000);

  it('has every event when the server is killed with all it started', async () => {
    const workspace = await makeWorkspace('server');
    const vscode = await serveVscode({ testDriver: true });
    try {
      const server = serverOf(vscode);
      const { said, page } = await writer(vscode, workspace);
      await until('events', () => said.length >= 80);
      for (const { pid } of [server, ...hostsOf(server)]) process.kill(pid, 'SIGKILL');
      await page.close();
      expect(said.length).toBeLessThan(writes);
      expect(expectWhole(workspace, said)).toBeGreaterThanOrEqual(80);
    } finally {
      await vscode.stop();
    }
  }, 240_000);
});
