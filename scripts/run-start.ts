// `npm start`: builds, reviews one example in the terminal, and opens VS Code with the extension on examples/.
//   --desktop   the VS Code installed on this machine (the default where `code` is on the PATH)
//   --serve     a VS Code served on this machine, for a browser (the default elsewhere)
//   --no-open   only build and review
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { extensionFolder, packagedExtension, root } from './paths.ts';
import { serveVscode } from './served-vscode.ts';

const isWindows = process.platform === 'win32';
const examples = join(root, 'examples');
const example = join('examples', 'home-feed-draft.md');
const flags = new Set(process.argv.slice(2));
const known = ['--desktop', '--serve', '--no-open'];
for (const flag of flags) {
  if (!known.includes(flag)) {
    console.error(`${flag} is not known here. Use ${known.join(', ')} or nothing.`);
    process.exit(2);
  }
}

const say = (text: string): void => console.log(`\n${text}`);

const run = (command: string, ...args: readonly string[]): number =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows }).status ?? 1;

const isOnPath = (command: string): boolean =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => ['', '.cmd', '.exe'].some((ending) => existsSync(join(folder, command + ending))));

say('Building …');
if (run('turbo', 'run', 'build', '--output-logs=errors-only') !== 0) {
  console.error('The build failed; its output above says why.');
  process.exit(1);
}

say(`$ rubricate review ${example}`);
run(join('node_modules', '.bin', 'rubricate'), 'review', example);

if (flags.has('--no-open')) {
  say('Built and reviewed. Leave out --no-open to open VS Code on examples/.');
} else if (flags.has('--desktop') || (!flags.has('--serve') && isOnPath('code'))) {
  openDesktop();
} else {
  await serve();
}

function openDesktop(): void {
  if (!isOnPath('code')) {
    console.error('There is no `code` on the PATH. Install VS Code with its shell command, or use --serve.');
    process.exit(1);
  }
  const status = run('code', `--extensionDevelopmentPath=${extensionFolder}`, examples);
  if (status !== 0) process.exit(status);
  say('VS Code opened examples/ with Rubricate running from apps/vscode. Open home-feed-weak.md to see hints.');
}

async function serve(): Promise<void> {
  if (isWindows) {
    console.error('VS Code can be served on Linux and macOS. On Windows install VS Code and use --desktop.');
    process.exit(1);
  }
  say('Packing the extension and starting VS Code …');
  const pack = ['--silent', '--filter', 'rubricate-vscode', 'pack:vsix'];
  const packed = spawnSync('pnpm', pack, { cwd: root, encoding: 'utf8' });
  if (packed.status !== 0) {
    console.error(`The extension could not be packed.\n${packed.stdout}${packed.stderr}`);
    process.exit(1);
  }
  const vscode = await serveVscode({ install: [packagedExtension], log: (line) => console.log(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.prependListener(signal, () => say('Stopping VS Code.'));
  const address = vscode.address({ folder: examples });
  say(`VS Code serves examples/ with Rubricate installed, on this machine only:\n\n  ${address}\n`);
  console.log('Open home-feed-weak.md to see hints. Press Ctrl-C to stop.');
  openInBrowser(address);
}

/** Opens the address where there is a desktop to open it on; the address is printed anyway. */
function openInBrowser(address: string): void {
  const hasDesktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (!hasDesktop || !isOnPath(opener)) return;
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
