// Writes apps/vscode/snippets/rubricate.json: the structures and sentence frames of the foundations, which the manifest
// contributes to every Markdown file. Those of other packs are completed where an answer is judged by them.

import { readContent } from '@rubricate/packs/content';
import { contributedPack } from '../../apps/vscode/src/structures/contributed-pack.ts';
import { frameSnippet, structureSnippet } from '../../apps/vscode/src/structures/structure-snippet.ts';
import { writeGenerated } from './write.ts';

const { pack, problems } = readContent(contributedPack);
if (!pack) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));

const entries = [
  ...(pack.structures ?? []).map((structure) => ({ ...structure, body: structureSnippet(structure) })),
  ...(pack.frames ?? []).map((frame) => ({ ...frame, body: frameSnippet(frame) })),
].map(({ title, prefix, about, body }) => [title, { prefix, description: about, body: body.split('\n') }]);
writeGenerated('apps/vscode/snippets/rubricate.json', `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
