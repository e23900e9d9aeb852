import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache-folder.ts';

const run = promisify(execFile);

const codeServerVersion = '4.139.1';
const codeServerIntegrity =
  'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';
const oneHour = 60 * 60 * 1000;

/**
 * Returns the folder of a complete VS Code server, setting it up on first use.
 *
 * The `code-server` package carries the whole server and workbench; its own dependencies are pinned by the shrinkwraps
 * inside it. Install scripts stay off: the native modules they would build only add logging and file watching of their
 * own. The set-up happens under a temporary name and is renamed at the end, so an interrupted one never counts.
 */
export const ensureCodeServer = async (log: (line: string) => void): Promise<string> => {
  const cache = cacheFolder();
  const name = `code-server-${codeServerVersion}`;
  const finished = join(cache, name);
  const server = join(finished, 'lib', 'vscode');
  if (existsSync(finished)) return server;

  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache, name);
  const draft = join(cache, `${name}.partial-${process.pid}-${Date.now()}`);
  await mkdir(draft);
  try {
    log(`Setting up VS Code (code-server ${codeServerVersion}) in ${finished}; this happens once.`);
    await npm(['pack', `code-server@${codeServerVersion}`, '--ignore-scripts', '--silent'], draft);
    const archive = join(draft, `code-server-${codeServerVersion}.tgz`);
    const digest = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (`sha512-${digest}` !== codeServerIntegrity) {
      throw new Error(`The downloaded code-server ${codeServerVersion} is not the expected package; it was not used.`);
    }
    await run('tar', ['-xzf', archive, '-C', draft]);
    const unpacked = join(draft, 'package');
    for (const folder of [join(unpacked, 'lib', 'vscode'), join(unpacked, 'lib', 'vscode', 'extensions')]) {
      // Peers are left out as the shrinkwraps do; npm 11 would otherwise refuse them as incomplete.
      await npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], folder);
    }
    await rename(unpacked, finished).catch((error: unknown) => {
      if (!existsSync(finished)) throw error; // Another process finished first: its set-up is as good.
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return server;
};

const npm = async (args: readonly string[], cwd: string): Promise<void> => {
  try {
    await run('npm', args, { cwd, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`\`npm ${args.join(' ')}\` failed in ${cwd}:\n${detail}`);
  }
};

const removeAbandoned = async (cache: string, name: string): Promise<void> => {
  for (const entry of await readdir(cache)) {
    if (!entry.startsWith(`${name}.partial-`)) continue;
    const folder = join(cache, entry);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > oneHour) await rm(folder, { recursive: true, force: true });
  }
};
