// Writes apps/vscode/l10n/bundle.l10n.json: every string that the extension passes to `vscode.l10n.t`, for translators.
// Fails where a string is put together at run time, because nobody could translate it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { extensionFolder } from '../paths.ts';
import { writeGenerated } from './write.ts';

const strings = new Set<string>();
for (const path of globSync('src/**/*.ts', { cwd: extensionFolder })) {
  const code = readFileSync(join(extensionFolder, path), 'utf8');
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      if (code.slice(callee.start, callee.end) !== 'vscode.l10n.t') return;
      if (first?.type === 'Literal' && typeof first.value === 'string') strings.add(first.value);
      else
        throw new Error(
          `${path}:${code.slice(0, start).split('\n').length} The text to translate must be one plain string.`,
        );
    },
  }).visit(program);
}
const sorted = [...strings].sort((a, b) => (a < b ? -1 : 1));
const bundle = Object.fromEntries(sorted.map((text) => [text, text]));
writeGenerated('apps/vscode/l10n/bundle.l10n.json', `${JSON.stringify(bundle, undefined, 2)}\n`);
