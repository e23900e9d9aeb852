import { dirname, join } from 'node:path';

/** The folder of the whole workspace. */
export const root = dirname(import.meta.dirname);

/** The folder of the VS Code extension. */
export const extensionFolder = join(root, 'apps', 'vscode');

/** The VSIX that `pnpm --filter rubricate-vscode package` makes. */
export const packagedExtension = join(extensionFolder, 'rubricate-vscode.vsix');
