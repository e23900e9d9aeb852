// `npm start`: see run-start.ts for what it shows.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepareToolchain } from './toolchain.mjs';

try {
  const { root, node, env } = prepareToolchain();
  const args = [join(root, 'scripts', 'run-start.ts'), ...process.argv.slice(2)];
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env });
  // The terminal sends Ctrl-C to the child as well; this process only waits until the child has cleaned up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
