// Runs the same suite in a desktop VS Code, which @vscode/test-electron downloads: `pnpm test:desktop` after
// `pnpm build` and `pnpm build:suite`. Without a display, run it under xvfb-run.
//   --vscode=1.106.0    another VS Code than the newest stable one
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';

const app = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'rubricate-desktop-'));
const workspace = join(folder, 'workspace');
const version = process.argv.find((argument) => argument.startsWith('--vscode='))?.slice('--vscode='.length);
try {
  await cp(join(app, 'test', 'workspace'), workspace, { recursive: true });
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode', 'run-facts.json'), JSON.stringify({ host: 'node', trust: 'off' }));
  process.exitCode = await runTests({
    ...(version ? { version } : {}),
    extensionDevelopmentPath: app,
    extensionTestsPath: join(app, 'out', 'test', 'index.js'),
    launchArgs: [
      workspace,
      ...['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')],
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ],
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
