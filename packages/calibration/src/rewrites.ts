import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library, Status } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import * as z from 'zod';
import { reviewBy, rubricIn, shippedLibrary } from './judge.ts';

/** The folder of the pairs. All were written before any verdict on them was seen, and are not changed to please the engine. */
const rewritesFolder = join(import.meta.dirname, '..', 'rewrites');

const lines = z.array(z.string()).transform((list) => list.join('\n'));

const rewritePair = z.strictObject({
  id: z.string(),
  rubric: z.string(),
  /** The criteria of the rubric that the passage is about. */
  criteria: z.array(z.string()).min(1),
  /** What its writer thinks those criteria deserve. */
  deserves: z.enum(['met', 'partial']),
  /** What was changed from one to the other. */
  how: z.string(),
  original: lines,
  rewrite: lines,
});

/** One passage, and another that says the same in other words. */
export type RewritePair = z.infer<typeof rewritePair>;

/** A status of one criterion in both passages of a pair. */
export interface Verdict {
  readonly pair: RewritePair;
  readonly ref: string;
  readonly original: Status;
  readonly rewrite: Status;
  /** What was shown for it in each. */
  readonly quotes: { readonly original: readonly string[]; readonly rewrite: readonly string[] };
}

/** How many statuses were looked at, and how many were the same in both passages. */
export interface Share {
  readonly of: number;
  readonly kept: number;
}

/** Reads every file of pairs in a folder, in the order of their names. */
export function readRewrites(folder: string = rewritesFolder): readonly RewritePair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => z.array(rewritePair).parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Reviews both passages of a pair by its rubric at `senior`: a verdict for each criterion of the rubric and those it extends. */
export function judgeRewrite(pair: RewritePair, library: Library): readonly Verdict[] {
  const found = rubricIn(library, pair.rubric);
  if (!found) throw new Error(`${pair.id}: no pack has the rubric "${pair.rubric}".`);
  const review = (text: string) => reviewBy(found, readAnswer(text), 'senior');
  const rewritten = new Map(review(pair.rewrite).criteria.map((result) => [result.criterion.ref, result]));
  return review(pair.original).criteria.map(({ criterion, status, evidence }) => {
    const other = rewritten.get(criterion.ref);
    return {
      pair,
      ref: criterion.ref,
      original: status,
      rewrite: other?.status ?? 'missing',
      quotes: {
        original: evidence.map(({ start, end }) => pair.original.slice(start, end)),
        rewrite: (other?.evidence ?? []).map(({ start, end }) => pair.rewrite.slice(start, end)),
      },
    };
  });
}

/** Whether both wordings have the same status. */
export const isKept = ({ original, rewrite }: Verdict): boolean => original === rewrite;

/** Whether at least one of the passages shows something: two passages that both show nothing agree too easily. */
export const isSeen = ({ original, rewrite }: Verdict): boolean => original !== 'missing' || rewrite !== 'missing';

/** Whether the criterion is one that the passage is about. */
const isConcerned = ({ pair, ref }: Verdict): boolean =>
  pair.criteria.some((criterion) => ref.endsWith(`/${criterion}`));

/** Counts the verdicts, and those that wording did not move. */
export function shareKept(verdicts: readonly Verdict[]): Share {
  return { of: verdicts.length, kept: verdicts.filter(isKept).length };
}

/** The share of statuses kept, per rubric and over all, as Markdown. */
export function rewriteTable(verdicts: readonly Verdict[]): string {
  const rubrics = [...new Set(verdicts.map(({ pair }) => pair.rubric))];
  const row = (title: string, of: readonly Verdict[]): string => {
    const pairs = new Set(of.map(({ pair }) => pair.id)).size;
    const shares = [of.filter(isConcerned), of.filter(isSeen), of].map((some) => inWords(shareKept(some)));
    return `| ${[title, pairs, ...shares].join(' | ')} |`;
  };
  return [
    '| rubric | pairs | kept, criteria the passage is about | kept, not missing in at least one | kept, all criteria |',
    '| --- | --: | --: | --: | --: |',
    ...rubrics.map((rubric) =>
      row(
        `\`${rubric}\``,
        verdicts.filter(({ pair }) => pair.rubric === rubric),
      ),
    ),
    row('all', verdicts),
  ].join('\n');
}

function inWords({ of, kept }: Share): string {
  return of === 0 ? '–' : `${kept} of ${of} (${Math.round((100 * kept) / of)}%)`;
}

/** What moved, one criterion a line, with what was shown for it. */
export function movesOf(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter((verdict) => !isKept(verdict))
    .flatMap((verdict) => [
      `${verdict.pair.id}  ${verdict.ref}${isConcerned(verdict) ? '' : ' (not what it is about)'}  ${verdict.original} -> ${verdict.rewrite}`,
      ...verdict.quotes.original.map((quote) => `    original: ${quote.replace(/\s+/g, ' ')}`),
      ...verdict.quotes.rewrite.map((quote) => `    rewrite:  ${quote.replace(/\s+/g, ' ')}`),
    ])
    .join('\n');
}

// pnpm rewrites [--moves]: how far the engine's verdict depends on wording; with --moves also what moved.
if (import.meta.main) {
  const library = shippedLibrary();
  const verdicts = readRewrites().flatMap((pair) => judgeRewrite(pair, library));
  console.log(rewriteTable(verdicts));
  if (process.argv.includes('--moves')) console.log(`\n${movesOf(verdicts)}`);
}
