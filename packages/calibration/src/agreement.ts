import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { disagreements } from './disagreements.ts';
import { judge, shippedLibrary } from './judge.ts';
import { readLabels } from './labels.ts';
import { report } from './report.ts';

// pnpm agreement [FOLDER] [--show RUBRIC/ID] — how far the engine agrees with labelled answers.
const args = process.argv.slice(2);
const show = args.indexOf('--show');
const shown = show >= 0 ? args.splice(show, 2)[1] : undefined;
const folder = resolve(process.env.INIT_CWD ?? '.', args[0] ?? join(import.meta.dirname, '..', 'labels'));
if (!existsSync(join(folder, 'labels.json'))) {
  console.error(`No labels at ${folder}: give the folder that holds labels.json and answers/.`);
  process.exit(2);
}
const library = shippedLibrary();
const judged = readLabels(folder).flatMap((answer) => judge(answer, library) ?? []);
if (library.problems.length > 0) {
  for (const { pack, path, message } of library.problems) console.error(`${pack}: ${path.join('.')}: ${message}`);
  process.exit(2);
}
process.stdout.write(shown ? disagreements(judged, shown) : report(judged));
