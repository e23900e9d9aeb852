// Builds dist/: the command as one module, and the packs beside it as data.
import { chmod, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const app = join(import.meta.dirname, '..');
const dist = join(app, 'dist');
const packs = join(app, '..', '..', 'packages', 'packs', 'dist');
const outfile = join(dist, 'rubricate.js');

await rm(dist, { recursive: true, force: true });
await build({
  entryPoints: [join(app, 'src', 'main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  // Packages in the older module form call `require` for Node's own modules.
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
await cp(packs, join(dist, 'packs'), { recursive: true });
