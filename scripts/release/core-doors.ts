import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** The doors of the core as they stand behind `@rubricate/core/`: each floor, and each lab by its folder. */
export const coreDoors = (): readonly string[] =>
  globSync('{*,labs/*}/index.ts', { cwd: join(root, 'packages', 'core', 'src') })
    .map((file) => file.replaceAll('\\', '/').replace(/\/index\.ts$/, ''))
    .sort();
