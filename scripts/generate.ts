// `pnpm generate` runs every generator of scripts/generate. With --check it also says which files were stale, and fails
// if any was: the files it compares are those of the working tree before and after, whatever git thinks of them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** What the generators share; everything else beside it is a generator that runs by itself. */
const shared = new Set(['example-answers.ts', 'schema-table.ts', 'write.ts']);

/** Folders that hold nothing a generator writes and the repository keeps. */
const elsewhere = new Set(['.git', '.turbo', 'node_modules', 'dist', 'out', 'test-results']);

const fingerprints = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!elsewhere.has(entry.name)) visit(path);
      } else if (entry.isFile()) {
        found.set(
          path,
          createHash('sha1')
            .update(readFileSync(join(root, path)))
            .digest('hex'),
        );
      }
    }
  };
  visit('');
  return found;
};

const isCheck = process.argv.includes('--check');
const before = isCheck ? fingerprints() : new Map<string, string>();
const generators = globSync('scripts/generate/*.ts', { cwd: root }).sort();
for (const generator of generators) {
  if (shared.has(generator.split(/[\\/]/).at(-1) ?? '')) continue;
  // The extension's manifest names no module type, because the web worker host loads CommonJS only; Node would warn.
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(root, generator)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${generator} failed.`);
    process.exit(1);
  }
}
if (isCheck) {
  const after = fingerprints();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  for (const path of stale.sort()) console.error(`${path} was stale; it is up to date now. Commit it.`);
  console.log(`${generators.length - shared.size} generators, ${stale.length} stale files.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}
