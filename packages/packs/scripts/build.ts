import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLibrary } from '@rubricate/core/review';
import { coverageOf } from '../src/claims.ts';
import { readContent, readShippedPacks } from '../src/content.ts';
import { thinned } from '../src/thin.ts';

// Checks the content and compiles it to one JSON file a pack: data beside the bundles, loaded on first use.
const out = fileURLToPath(new URL('../dist', import.meta.url));
const packs = readShippedPacks();
const library = makeLibrary(packs);
for (const pack of packs) library.lens(pack.id);
if (library.problems.length > 0) {
  for (const problem of library.problems) {
    const { file, line, column } = readContent(problem.pack).locate(problem.path);
    console.error(`${file}:${line}:${column} ${problem.message}`);
  }
  process.exit(1);
}
const { missing, unknown } = coverageOf(packs);
for (const { pack, kind, item, claim } of unknown)
  console.error(`${pack}: ${kind} ${item} carries ${claim}, a claim that no list has.`);
if (missing.length > 0) console.error(`No pack tells these claims of the sources: ${missing.join(', ')}.`);
if (missing.length + unknown.length > 0) process.exit(1);
mkdirSync(out, { recursive: true });
// Which claims of its author's own list something carries is asked above and never again.
const compiled = (pack: unknown): string =>
  JSON.stringify(pack, (key, value) => (key === 'carries' ? undefined : value));
for (const pack of packs) writeFileSync(join(out, `${pack.id}.json`), `${compiled(thinned(pack))}\n`);
writeFileSync(join(out, 'index.json'), `${JSON.stringify(packs.map(({ id }) => id))}\n`);
console.log(`Built ${packs.length} packs: ${packs.map(({ id }) => id).join(', ')}.`);
