// Publishes the packed extension to the marketplace, unless that version is there already. Needs VSCE_PAT.
import { join } from 'node:path';
import { publishVSIX } from '@vscode/vsce';

const { VSCE_PAT: pat } = process.env;
if (!pat) throw new Error('VSCE_PAT is not set, so the extension cannot be published.');
await publishVSIX(join(import.meta.dirname, '..', 'rubricate-vscode.vsix'), { pat, skipDuplicate: true });
