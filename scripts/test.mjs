// `npm test`: see run-tests.ts for the stages. The last line is always `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareToolchain } from './toolchain.mjs';

try {
  const { root, node, env } = prepareToolchain();
  const args = [join(root, 'scripts', 'run-tests.ts'), ...process.argv.slice(2)];
  process.exitCode = spawnSync(node, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
