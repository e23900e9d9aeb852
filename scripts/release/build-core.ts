// Builds packages/core/dist, which is what gets published: JavaScript and declarations, file by file as the sources lie.
// Inside this repository everything imports the sources.
import { join } from 'node:path';
import { root } from '../paths.ts';
import { compileCore } from './compile-core.ts';

await compileCore(join(root, 'packages', 'core', 'dist'));
