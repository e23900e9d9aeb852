import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { writeSection } from './write.ts';

// How far a verdict depends on wording: the table that `pnpm rewrites` prints.
const table = execFileSync(process.execPath, [join(root, 'packages/calibration/src/rewrites.ts')], {
  encoding: 'utf8',
});
writeSection('docs/judgement.md', 'rewrites', table);
