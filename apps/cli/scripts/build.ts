// Builds dist/: the command as one module, and the packs beside it as data.
import { chmod, cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const app = join(import.meta.dirname, '..');
const dist = join(app, 'dist');
const outfile = join(dist, 'rubricate.js');

await rm(dist, { recursive: true, force: true });
await bundle(outfile);
await chmod(outfile, 0o755);
await cp(join(app, '..', '..', 'packages', 'packs', 'dist'), join(dist, 'packs'), { recursive: true });
