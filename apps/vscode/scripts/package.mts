// Packs the built extension as rubricate-vscode.vsix: only what the manifest's `files` name, and no node_modules.
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const app = join(import.meta.dirname, '..');
const packagePath = join(app, 'rubricate-vscode.vsix');
await rm(packagePath, { force: true });
await copyFile(join(app, '..', '..', 'LICENSE'), join(app, 'LICENSE'));
await createVSIX({
  cwd: app,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  allowUnusedFilesPattern: true,
});
console.log(`Packed ${packagePath}.`);
