import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Counts } from './counts.ts';
import { root } from './paths.ts';

/** In KB, a little above what each has: what makes one grow beyond is worth a look. */
const limits: Readonly<Record<string, number>> = {
  'apps/vscode/dist/extension.cjs': 400,
  'apps/vscode/dist/extension.web.js': 400,
  'apps/cli/dist/rubricate.js': 380,
  'packages/packs/dist/*.json': 1_700,
};

/** Weighs the minified code bundles and the packs as data, so that starting stays quick. */
export const checkBundles = (log: (line: string) => void): Counts => {
  let failed = 0;
  for (const [bundle, limitKb] of Object.entries(limits)) {
    const kb = (bundle.endsWith('.json') ? weightOfData(bundle) : weightOf(join(root, bundle))) / 1000;
    const isSmall = kb < limitKb;
    if (!isSmall) failed += 1;
    const size = Number.isFinite(kb) ? `${kb.toFixed(0)} KB` : 'was not built';
    log(`  ${isSmall ? '✓' : '✗'} ${bundle}: ${size} (limit ${limitKb} KB)`);
  }
  return { passed: Object.keys(limits).length - failed, failed };
};

/** The bytes that are read before anything runs: a bundle and the chunks it imports, but not those it may load later. */
const weightOf = (bundle: string): number => {
  if (!existsSync(bundle)) return Number.POSITIVE_INFINITY;
  const files = new Set([bundle]);
  let bytes = 0;
  // A set may grow while it is walked.
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    bytes += Buffer.byteLength(code);
    for (const [, path] of code.matchAll(/(?:from|import)"(\.\.?\/[^"]+)"/g))
      files.add(join(dirname(file), path as string));
  }
  return bytes;
};

/** The bytes of all files of a pattern; infinite where there is none. */
const weightOfData = (pattern: string): number => {
  const files = globSync(pattern, { cwd: root });
  if (files.length === 0) return Number.POSITIVE_INFINITY;
  return files.reduce((bytes, file) => bytes + statSync(join(root, file)).size, 0);
};
