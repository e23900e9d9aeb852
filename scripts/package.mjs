// `npm run package`: builds, and leaves in out/ what people install: the extension as a VSIX, the command as a tarball.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareToolchain } from './toolchain.mjs';

try {
  const { root, env } = prepareToolchain();
  const run = (command, ...args) => {
    const { status } = spawnSync(command, args, {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed; its output above says why.`);
  };
  const out = join(root, 'out');
  mkdirSync(out, { recursive: true });
  run('turbo', 'run', 'build', '--output-logs=errors-only');
  run('pnpm', '--silent', '--filter', 'rubricate-vscode', 'run', 'pack:vsix');
  copyFileSync(join(root, 'apps', 'vscode', 'rubricate-vscode.vsix'), join(out, 'rubricate.vsix'));
  run('pnpm', '--silent', '--filter', 'rubricate', 'pack', '--out', join(out, 'rubricate.tgz'));
  console.log('\nMade out/rubricate.vsix and out/rubricate.tgz. To install them:\n');
  console.log('  code --install-extension out/rubricate.vsix');
  console.log('  npm install --global ./out/rubricate.tgz');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
