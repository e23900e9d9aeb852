// Prepares everything the other scripts need on a machine that has only Node 20+ and npm: the workspace's packages, and
// Node 24 first on the PATH. Plain JavaScript with built-in modules only, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';

/** Installs the locked packages and returns the environment and the Node 24 that later steps run with. */
export const prepareToolchain = () => {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`Node 20 or newer is needed to start; this is Node ${process.versions.node}.`);
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pnpm = packageManager.split('+')[0];
  const install = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
    // Without a terminal pnpm must not stop to ask before it repairs node_modules.
    env: { ...process.env, CI: 'true' },
  });
  if (install.status !== 0) {
    throw new Error(`\`npx ${pnpm} install --frozen-lockfile\` failed; its output above says why.`);
  }
  const nodeFolder = join(root, 'node_modules', 'node', 'bin');
  const node = join(nodeFolder, isWindows ? 'node.exe' : 'node');
  const version = existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined;
  if (!version?.startsWith('v24.')) {
    throw new Error(`Node 24 was expected at ${node}, found ${version ?? 'none'}. Remove node_modules and try again.`);
  }
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const env = {
    ...process.env,
    [pathName]: [nodeFolder, join(root, 'node_modules', '.bin'), process.env[pathName]].join(delimiter),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
  return { root, node, env };
};
