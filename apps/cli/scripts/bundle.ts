import { basename, dirname, extname, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { leftOut } from '../../../scripts/leave-out.ts';

/** The YAML library comes for Node in the older module form, which is bundled whole; in the newer one it is the same code. */
const yamlAsModule: Plugin = {
  name: 'yaml-as-module',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]yaml[\\/]dist[\\/]index\.js$/ }, ({ path }) => ({
      contents: `export * from '../browser/dist/index.js';`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * Bundles the command: one module to start from, and chunks beside it, in `chunks`, of which some are loaded only by the
 * commands that need them. The packs are data beside it, in `packs`. Returns what went into it.
 */
export async function bundle(outfile: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [{ in: join(import.meta.dirname, '..', 'src', 'main.ts'), out: basename(outfile, extname(outfile)) }],
    outdir: dirname(outfile),
    outExtension: { '.js': extname(outfile) },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'utf8',
    plugins: [...leftOut, yamlAsModule],
    // Packages in the older module form call `require` for Node's own modules.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
    },
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}
