// What the progress tree costs the extension host, without an editor: `node apps/vscode/e2e/tree-cost.ts`, after
// `pnpm build`. It loads the built part that makes the tree and gives processor time, which other work on the machine does
// not touch.
//   --events=10000
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as evidence from '@rubricate/core/evidence';
import * as model from '@rubricate/core/model';
import { fold, noFilter, type PracticeEvent, practiceTarget } from '@rubricate/core/practice';
import * as review from '@rubricate/core/review';
import * as text from '@rubricate/core/text';
import { extensionFolder } from '../../../scripts/paths.ts';
import type { PlanningPart } from '../src/practice/plan/planning.ts';
import { readBench } from './bench-journal.ts';

const count = Number(process.argv.find((argument) => argument.startsWith('--events='))?.slice(9) ?? 10_000);
const dist = join(extensionFolder, 'dist');
/** As much of the editor as making rows asks for. */
const vscode = {
  l10n: {
    t: (words: string, ...values: readonly unknown[]) => words.replace(/\{(\d)\}/g, (_, at) => String(values[at])),
  },
  env: { language: 'en' },
};
const shared: Readonly<Record<string, unknown>> = {
  vscode,
  '@rubricate/core/evidence': evidence,
  '@rubricate/core/model': model,
  '@rubricate/core/review': review,
  '@rubricate/core/text': text,
};
const module: { readonly exports: Partial<PlanningPart> } = { exports: {} };
const run = new Function('module', 'exports', 'require', await readFile(join(dist, 'planning.js'), 'utf8'));
run(module, module.exports, (wanted: string) => shared[wanted]);
const planning = module.exports.createPlanning?.();
if (!planning) throw new Error('The part has changed; run `pnpm build`.');

const ids = JSON.parse(await readFile(join(dist, 'packs', 'index.json'), 'utf8')) as readonly string[];
const packs = await Promise.all(
  ids.map(async (id) => JSON.parse(await readFile(join(dist, 'packs', `${id}.json`), 'utf8')) as model.Pack),
);
const library = review.makeLibrary(packs);
const config = { company: 'pinterest', role: 'software-engineer', level: 'L5' };
const { eventOf } = await readBench();
const events = Array.from({ length: count }, (_, index) => eventOf(index) as unknown as PracticeEvent);
const spent = (what: () => unknown): number => {
  const before = process.cpuUsage();
  what();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};
const times = Array.from({ length: 11 }, () => {
  let progress = fold([]);
  const folding = spent(() => {
    progress = fold(events);
  });
  const drawing = spent(() =>
    planning.tree({
      workspaces: [{ library, settings: undefined, reading: practiceTarget(config, library) }],
      progress,
      today: '2026-11-21',
      drafts: { of: () => new Map() },
      arrangement: { filter: noFilter, order: 'loop' },
      others: [],
    }),
  );
  return { folding, drawing };
});
const median = (of: (time: (typeof times)[number]) => number): number => times.map(of).sort((a, b) => a - b)[5] ?? 0;
console.log(
  `${count} events: folding ${median((one) => one.folding).toFixed(0)} ms, rows ${median((one) => one.drawing).toFixed(0)} ms of processor time`,
);
