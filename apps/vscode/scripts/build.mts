// Builds dist/: one bundle for the Node extension host, one for the web worker host, and the packs beside them. Both
// bundles come from one source that uses no Node API, so they differ only in name and in how their host finds them.
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const app = join(import.meta.dirname, '..');
const dist = join(app, 'dist');
const packs = join(app, '..', '..', 'packages', 'packs', 'dist');

await rm(dist, { recursive: true, force: true });
for (const outfile of ['extension.cjs', 'extension.web.js']) {
  await build({
    entryPoints: [join(app, 'src', 'extension.ts')],
    outfile: join(dist, outfile),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    minify: true,
    sourcemap: process.argv.includes('--dev') ? 'inline' : false,
    logLevel: 'warning',
  });
}
if (existsSync(packs)) await cp(packs, join(dist, 'packs'), { recursive: true });
