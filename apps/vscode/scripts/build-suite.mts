// Builds out/test/index.js: every test of test/suite with the Mocha that runs them, as one module without Node's own
// modules, so that the same file runs in the Node extension host and in the web worker host.
import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const app = join(import.meta.dirname, '..');
const tests = globSync('test/suite/**/*.test.ts', { cwd: app }).sort();
if (tests.length === 0) throw new Error('There is no test in test/suite.');
const entry = [
  `import { runSuite } from './test/run-suite.ts';`,
  'export const run = () => runSuite(async () => {',
  ...tests.map((test) => `  await import('./${test.replaceAll('\\', '/')}');`),
  '});',
].join('\n');

/** Mocha's browser build would take the bundle's own `module` for its; without one it leaves `Mocha` on the global scope. */
const mochaOnGlobal: Plugin = {
  name: 'mocha-on-global',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `((module, exports) => {\n${await readFile(path, 'utf8')}\n})();`,
    }));
  },
};

await rm(join(app, 'out'), { recursive: true, force: true });
await build({
  stdin: { contents: entry, resolveDir: app, sourcefile: 'suite-entry.ts', loader: 'ts' },
  outfile: join(app, 'out', 'test', 'index.js'),
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  plugins: [mochaOnGlobal],
  // Mocha's file, read as a module of its own, takes `module.exports` for itself; the last word is the entry's.
  footer: { js: 'module.exports = __toCommonJS(suite_entry_exports);' },
  sourcemap: 'inline',
  logLevel: 'warning',
});
