import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { root } from './paths.ts';

const limitKb = 500;
const bundles = ['apps/vscode/dist/extension.cjs', 'apps/vscode/dist/extension.web.js', 'apps/cli/dist/rubricate.js'];

/** Weighs the minified code bundles, so that starting stays quick. */
export const checkBundles = (log: (line: string) => void): Counts => {
  let failed = 0;
  for (const bundle of bundles) {
    const kb = (statSync(join(root, bundle), { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY) / 1000;
    const isSmall = kb < limitKb;
    if (!isSmall) failed += 1;
    const size = Number.isFinite(kb) ? `${kb.toFixed(0)} KB` : 'was not built';
    log(`  ${isSmall ? '✓' : '✗'} ${bundle}: ${size} (limit ${limitKb} KB)`);
  }
  return { passed: bundles.length - failed, failed };
};
