import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureCodeServer } from './code-server.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const host = '127.0.0.1';
const patienceMs = 60_000;
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A VS Code server on this machine only, behind a connection token. */
export type ServedVscode = {
  /** Host and port, as they stand in an address and in `vscode-remote://` URIs. */
  readonly authority: string;
  /** The folder that installed extensions lie in, each in one of its own. */
  readonly extensions: string;
  /** The address that opens a folder in the workbench, token included. */
  readonly address: (options: AddressOptions) => string;
  /** Ends the server and removes the data folders it made. */
  readonly stop: () => Promise<void>;
};

export type AddressOptions = {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** An extension to run from its folder, as `--extensionDevelopmentPath` does in the desktop editor. */
  readonly extension?: string;
  /** A module that exports `run()`, by its path or an address of https; with it the window is a test run. */
  readonly tests?: string;
};

export type ServeOptions = {
  /** User settings of the window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** VSIX files to install before the start. */
  readonly install?: readonly string[];
  /** Asks whether the authors of a folder are trusted, as the desktop editor does. Off unless asked for. */
  readonly workspaceTrust?: boolean;
  /** Lets a page with a test payload drive the window. Off unless asked for. */
  readonly testDriver?: boolean;
  readonly log?: (line: string) => void;
};

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
} as const;

/** Starts a server with fresh data folders and returns when it answers. */
export const serveVscode = async (options: ServeOptions = {}): Promise<ServedVscode> => {
  const log = options.log ?? (() => {});
  const vscode = await ensureCodeServer(log);
  const dataFolder = await makeTemporaryFolder('vscode');
  const data = dataFolder.path;
  const main = join(vscode, 'out', 'server-main.js');
  const folders = [
    ...['--server-data-dir', join(data, 'server')],
    ...['--user-data-dir', join(data, 'user')],
    ...['--extensions-dir', join(data, 'extensions')],
  ];
  await mkdir(join(data, 'user', 'User'), { recursive: true });
  const settings = JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2);
  await writeFile(join(data, 'user', 'User', 'settings.json'), settings);
  for (const vsix of options.install ?? []) {
    const { stdout } = await run(process.execPath, [main, ...folders, '--install-extension', vsix]);
    log(stdout.trim());
  }

  const token = randomBytes(16).toString('hex');
  // In a file, because everyone on the machine can read a command line.
  const tokenFile = join(data, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      ...[main, '--host', host, '--port', String(port), '--connection-token-file', tokenFile, ...folders],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-update-check'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that stopping ends the extension hosts it started as well.
      detached: true,
      // Its sockets go with its data; elsewhere than on Linux that path could be too long for a socket.
      env: process.platform === 'linux' ? { ...process.env, TMPDIR: data } : process.env,
    },
  );
  let output = '';
  const remember = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-8_000);
  };
  server.stdout.on('data', remember);
  server.stderr.on('data', remember);
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (server.pid === undefined) return;
    try {
      process.kill(-server.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const killAtOnce = (): void => signalGroup('SIGKILL');
  const leave = (signal: NodeJS.Signals): void => process.exit(signal === 'SIGINT' ? 130 : 143);
  // Before the folder goes: its own listener was there first.
  process.prependListener('exit', killAtOnce);
  for (const signal of endSignals) process.on(signal, leave);

  const stop = async (): Promise<void> => {
    process.off('exit', killAtOnce);
    for (const signal of endSignals) process.off(signal, leave);
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    if (server.exitCode === null && server.signalCode === null) {
      signalGroup('SIGTERM');
      await Promise.race([ended, wait(5_000)]);
    }
    signalGroup('SIGKILL');
    dataFolder.remove();
  };

  const authority = `${host}:${port}`;
  try {
    await untilItAnswers(`http://${authority}/version`, () => server.exitCode ?? server.signalCode);
  } catch (error) {
    await stop();
    throw new Error(`VS Code did not start: ${error instanceof Error ? error.message : error}\n${output}`);
  }
  const remote = (path: string): string => `vscode-remote://${authority}${encodeURI(path)}`;
  const address = ({ folder, extension, tests }: AddressOptions): string => {
    const url = new URL(`http://${authority}/`);
    url.searchParams.set('tkn', token);
    url.searchParams.set('folder', folder);
    const payload = [
      ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
      ...(tests ? [['extensionTestsPath', tests.startsWith('https:') ? tests : remote(tests)]] : []),
    ];
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  };
  return { authority, extensions: join(data, 'extensions'), address, stop };
};

const untilItAnswers = async (url: string, ended: () => number | string | null): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const end = ended();
    if (end !== null) throw new Error(`it ended with ${end}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await wait(100);
  }
  throw new Error(`no answer within ${patienceMs / 1000} seconds`);
};

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
