import { join, resolve } from 'node:path';
import { attackTable, runAttacks } from './attacks.ts';
import { shippedLibrary } from './judge.ts';
import { readLabels } from './labels.ts';

// pnpm attacks [FOLDER] [--show ATTACK] — texts that show nothing and look like answers, and what the engine says of them.
const args = process.argv.slice(2);
const show = args.indexOf('--show');
const shown = show >= 0 ? args.splice(show, 2)[1] : undefined;
const folder = resolve(process.env.INIT_CWD ?? '.', args[0] ?? join(import.meta.dirname, '..', 'labels'));
const results = runAttacks(shippedLibrary(), readLabels(folder));
if (shown === undefined) console.log(attackTable(results));
for (const { attack, passed } of results) {
  if (attack.id !== shown) continue;
  for (const { rubric, question, text } of passed)
    console.log(`--- ${rubric} ${question ?? ''}\n${text.slice(0, 1500)}\n`);
}
process.exitCode = results.some(({ passed }) => passed.length > 0) ? 1 : 0;
