import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTarget, reviewAnswer, type Target } from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { lint } from 'markdownlint/sync';
import { shippedLibrary } from './judge.ts';
import { makeRandom } from './random.ts';

// pnpm bench — from a keystroke to the finished review, beside a full lint of the same text by markdownlint, in one process.
const examples = join(import.meta.dirname, '..', '..', '..', 'examples');

/** A text of about `size` characters made of the example answers, each copy with a heading and words of its own. */
function textOf(size: number): string {
  const answers = readdirSync(examples)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readFileSync(join(examples, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  let text = '---\nquestion: pinterest/home-feed\nlevel: L5\n---\n\n';
  for (let copy = 0; text.length < size; copy++) {
    text += (answers[copy % answers.length] as string).replace(/\b(the)\b/g, (word, _, at: number) =>
      at % 7 === copy % 7 ? `${word} ${wordOf(copy)}` : word,
    );
  }
  return text.slice(0, size);
}

function wordOf(number: number): string {
  return `part${number.toString(36)}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

interface Row {
  readonly size: number;
  readonly edit: number;
  readonly edit95: number;
  readonly full: number;
  readonly peer: number;
}

function measure(size: number, target: Target, edits: number): Row {
  const text = textOf(size);
  const random = makeRandom(7);
  let answer: Answer = readAnswer(text);
  reviewAnswer(answer, target);
  const costs: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    // Words are typed where a person would: ten characters in a row at one place, then elsewhere.
    const spot = 200 + random.below(answer.text.length - 400);
    for (let key = 0; key < 10; key++) {
      const at = spot + key;
      costs.push(
        timed(() => {
          answer = answer.edit([{ start: at, end: at, insert: 'scale it '[key % 9] as string }]);
          reviewAnswer(answer, target);
        }),
      );
    }
  }
  const fulls = Array.from({ length: size > 500_000 ? 5 : 15 }, () =>
    timed(() => reviewAnswer(readAnswer(text), target)),
  );
  const peers = Array.from({ length: size > 500_000 ? 3 : 9 }, () => timed(() => void lint({ strings: { text } })));
  return { size, edit: median(costs), edit95: quantile(costs, 0.95), full: median(fulls), peer: median(peers) };
}

const library = shippedLibrary();
const found = findTarget(readAnswer(textOf(1000)).frontMatter, library, {});
if (!found.ok) throw new Error(found.reason.message);
measure(10_000, found.target, 30);
const rows = [10_000, 100_000, 1_000_000].map((size) => measure(size, found.target, 60));
const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
console.log('| text | edit to review, p50 | p95 | full review | markdownlint, full lint |');
console.log('| --- | --- | --- | --- | --- |');
for (const { size, edit, edit95, full, peer } of rows) {
  console.log(`| ${size / 1000} KB | ${ms(edit)} | ${ms(edit95)} | ${ms(full)} | ${ms(peer)} |`);
}
const [small, , large] = rows as [Row, Row, Row];
console.log(`\nIncremental against full: the left columns re-read what an edit touched, the peer reads everything.`);
console.log(
  `An edit at 1 MB costs ${(large.edit / small.edit).toFixed(1)} times one at 10 KB; a full review ${(large.full / small.full).toFixed(0)} times for 100 times the text.`,
);
