import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the command into one module. The packs are data beside it, in `packs`. */
export async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'src', 'main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // Packages in the older module form call `require` for Node's own modules.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
    },
    logLevel: 'warning',
  });
}
