// Builds dist/: the command as one module, and beside it the packs as data and the licences of what it contains.
import { chmod, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledPackages, noticesText } from '../../../scripts/release/notices.ts';
import { bundle } from './bundle.ts';

const app = join(import.meta.dirname, '..');
const dist = join(app, 'dist');
const outfile = join(dist, 'rubricate.js');

await rm(dist, { recursive: true, force: true });
const bundled = await bundle(outfile);
await chmod(outfile, 0o755);
await cp(join(app, '..', '..', 'packages', 'packs', 'dist'), join(dist, 'packs'), { recursive: true });
await writeFile(join(dist, 'THIRD_PARTY_NOTICES.txt'), noticesText(bundledPackages([bundled], process.cwd())));
