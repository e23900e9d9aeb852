// Builds dist/: one bundle for the Node extension host, one for the web worker host, and the packs beside them. Both
// bundles come from one source that uses no Node API, so they differ only in name and in how their host finds them. What
// only some people need is in parts of their own, which either host loads when it is asked for one.
import { existsSync, globSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { leftOut } from '../../../scripts/leave-out.ts';
import { bundledPackages, noticesText } from '../../../scripts/release/notices.ts';
import { sharedNames } from '../src/shared.mts';

const app = join(import.meta.dirname, '..');
const dist = join(app, 'dist');
const packs = join(app, '..', '..', 'packages', 'packs', 'dist');

await rm(dist, { recursive: true, force: true });
const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  minify: true,
  charset: 'utf8',
  sourcemap: process.argv.includes('--dev') ? 'inline' : false,
  logLevel: 'warning',
};
const bundled: Metafile[] = [];

const core = join(app, '..', '..', 'packages', 'core', 'src');

/** The floor of the core that an import asks for, where the extension shares any of it with the parts. */
const sharedFloor = (path: string, folder: string): { readonly name: string; readonly file: string } | undefined => {
  const door = path.startsWith('@rubricate/core/')
    ? path.slice('@rubricate/core/'.length)
    : path.startsWith('.') && path.endsWith('/index.ts')
      ? relative(core, join(folder, path, '..'))
      : '';
  const name = `@rubricate/core/${door}`;
  return Object.hasOwn(sharedNames, name) ? { name, file: join(core, door, 'index.ts') } : undefined;
};

/** Modules of the extension itself of which there is one, whichever part uses it. */
const singles = ['practice/record-or-say.ts'];

/**
 * What the extension has loaded is left out of a part, which asks for it by name; of the same modules, a part holds what
 * only it uses.
 */
const sharedWithParts: Plugin = {
  name: 'shared-with-parts',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^loaded:/ }, ({ path }) => ({ path: path.slice('loaded:'.length), external: true }));
    onResolve({ filter: /^(?:@rubricate\/core\/|\.)/ }, ({ path, resolveDir, namespace }) => {
      if (namespace === 'shared') return undefined;
      const single = singles.find((name) => join(resolveDir, path) === join(app, 'src', name));
      if (single !== undefined) return { path: single, external: true };
      const floor = sharedFloor(path, resolveDir);
      return floor && { path: floor.name, namespace: 'shared', pluginData: floor.file, sideEffects: false };
    });
    onLoad({ filter: /./, namespace: 'shared' }, ({ path, pluginData: file }) => ({
      contents: [
        `export { ${Object.keys(sharedNames[path] ?? {}).join(', ')} } from 'loaded:${path}';`,
        `export * from ${JSON.stringify(file)};`,
      ].join('\n'),
      resolveDir: core,
    }));
  },
};

for (const outfile of ['extension.cjs', 'extension.web.js']) {
  const { metafile } = await build({
    ...common,
    metafile: true,
    entryPoints: [join(app, 'src', 'extension.ts')],
    outfile: join(dist, outfile),
    plugins: [...leftOut],
  });
  bundled.push(metafile);
}
/** Each part by its name: the file is `dist/<name>.js`, which `src/load-part.ts` loads when somebody asks for it. */
const parts: Readonly<Record<string, string>> = {
  authoring: 'pack-authoring/part.ts',
  debrief: 'debrief/part.ts',
  explaining: 'explain/part.ts',
  lenses: 'lens/part.ts',
  planning: 'practice/plan/part.ts',
  practising: 'practising/part.ts',
  quiz: 'practice/quiz/part.ts',
  recording: 'practice/recording/part.ts',
};
/** A lab is a part by its folder. */
const labs = globSync('labs/*/part.ts', { cwd: join(app, 'src') }).map(
  (entry) => [`lab-${basename(dirname(entry))}`, entry] as const,
);
for (const [name, entry] of [...Object.entries(parts), ...labs]) {
  const { metafile } = await build({
    ...common,
    metafile: true,
    entryPoints: [join(app, 'src', entry)],
    outfile: join(dist, `${name}.js`),
    external: ['vscode', 'yaml'],
    plugins: [sharedWithParts, ...leftOut],
  });
  bundled.push(metafile);
}
await writeFile(join(dist, 'THIRD_PARTY_NOTICES.txt'), noticesText(bundledPackages(bundled, process.cwd())));
if (existsSync(packs)) await cp(packs, join(dist, 'packs'), { recursive: true });
// The example workspace that `src/practising/example.ts` copies: its own target, and answers of examples/.
const examples = join(app, '..', '..', 'examples');
await cp(join(app, 'example'), join(dist, 'example'), { recursive: true });
for (const name of ['home-feed-weak.md', 'home-feed-draft.md', 'home-feed-strong.md'])
  await cp(join(examples, name), join(dist, 'example', name));
