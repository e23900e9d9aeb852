import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hintsOf, reviewAnswer } from '@rubricate/core/review';
import { readAnswer, sizeLimit } from '@rubricate/core/text';
import { shippedLibrary } from './judge.ts';

// pnpm corpus FOLDER — reviews every Markdown file of a folder as a system design: what crashes, how long it takes, how many
// pitfall hints it raises. For robustness and false alarms, on texts that nobody here wrote.
const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? '.');
const library = shippedLibrary();
const lens = library.lens('foundations');
const rubric = lens?.rubrics.get('system-design');
if (!lens || !rubric) throw new Error('The foundations pack has no system-design rubric.');

function markdownFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.md') ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => markdownFiles(join(path, name)));
}

interface Row {
  readonly path: string;
  readonly characters: number;
  readonly words: number;
  readonly pitfalls: readonly string[];
  readonly ms: number;
}

const rows: Row[] = [];
let crashed = 0;
for (const path of markdownFiles(folder)) {
  const text = readFileSync(path, 'utf8');
  if (text.length > sizeLimit) continue;
  try {
    const start = performance.now();
    const review = reviewAnswer(readAnswer(text), {
      question: undefined,
      lens,
      level: 'senior',
      bar: 'senior',
      rubrics: [rubric],
    });
    const ms = performance.now() - start;
    const hints = hintsOf(review, { finished: true, most: 100 });
    const spans = [...review.criteria, ...review.pitfalls].flatMap(({ evidence, anchor }) => [...evidence, anchor]);
    const outside = [...spans, ...hints.map(({ range }) => range)].filter(
      ({ start, end }) => start < 0 || end < start || end > text.length,
    );
    if (outside.length > 0) throw new Error(`${outside.length} ranges lie outside the text.`);
    const pitfalls = hints.filter(({ kind }) => kind === 'pitfall').map(({ code }) => code);
    rows.push({ path, characters: text.length, words: review.words, pitfalls, ms });
  } catch (error) {
    crashed++;
    console.error(`${path}: ${(error as Error).message}`);
  }
}
const slowest = [...rows].sort((a, b) => b.ms - a.ms).slice(0, 5);
const words = rows.reduce((sum, row) => sum + row.words, 0);
const pitfalls = rows.reduce((sum, row) => sum + row.pitfalls.length, 0);
console.log(
  `${rows.length} files reviewed, ${crashed} crashed; ${words} words, ${pitfalls} pitfall hints (${((pitfalls / words) * 1000).toFixed(2)} per 1,000 words).`,
);
console.log('Slowest:');
for (const { path, characters, ms } of slowest)
  console.log(
    `  ${ms.toFixed(0).padStart(5)} ms  ${(characters / 1000).toFixed(0).padStart(4)} K characters  ${path.slice(folder.length + 1)}`,
  );
process.exitCode = crashed > 0 ? 1 : 0;
