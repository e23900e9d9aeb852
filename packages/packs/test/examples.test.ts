import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTarget, makeLibrary, type Review, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const folder = join(import.meta.dirname, '../../../examples');
/** As their rubricate.yaml has it. */
const workspace = { company: 'pinterest', role: 'software-engineer', level: 'L5' };
const packs = readShippedPacks();
const library = makeLibrary(packs);

/** What is judged by the example of a pack of one's own; the guide's test tries it. */
const ofAnotherPack = 'export-stopped';

/** Sums that are wrong on purpose, as the answer writes their results. */
const planted: Readonly<Record<string, readonly string[]>> = {
  'autocomplete-weak.md': ['3,000 per second'],
  'filtered-search-weak.md': ['31 GB'],
  'image-storage-weak.md': ['6 PB'],
  'notifications-weak.md': ['16,700'],
};

const names = ['', 'stories'].flatMap((inner) =>
  readdirSync(join(folder, inner))
    .filter((name) => /-(weak|strong)\.md$/.test(name) && !name.startsWith(ofAnotherPack))
    .map((name) => join(inner, name).replaceAll('\\', '/')),
);

interface Example {
  readonly name: string;
  readonly topic: string;
  readonly isStrong: boolean;
  readonly review: Review;
}

function readExample(name: string): Example {
  const answer = readAnswer(readFileSync(join(folder, name), 'utf8'));
  const found = findTarget(answer.frontMatter, library, { workspace });
  if (!found.ok) throw new Error(`${name}: ${found.reason.message}`);
  const topic = name.replace(/-(weak|strong)\.md$/, '');
  return { name, topic, isStrong: name.endsWith('-strong.md'), review: reviewAnswer(answer, found.target) };
}

const examples = names.map(readExample);
const strong = examples.filter(({ isStrong }) => isStrong);
const weak = examples.filter(({ isStrong }) => !isStrong);
const bars = ['below', 'mid', 'senior', 'staff'];
const pairs = strong.flatMap((one) => {
  const other = weak.find(({ topic }) => topic === one.topic);
  return other ? [{ topic: one.topic, strong: one.review, weak: other.review }] : [];
});

describe('the examples', () => {
  it('come in pairs, and each rubric has one', () => {
    expect(pairs.map(({ topic }) => topic).sort()).toEqual([...new Set(examples.map(({ topic }) => topic))].sort());
    const shown = new Set(pairs.flatMap((pair) => pair.strong.target.question?.rubrics ?? []));
    const rubrics = packs.flatMap((pack) => (pack.rubrics ?? []).map(({ id }) => id));
    expect(rubrics.filter((id) => !shown.has(id))).toEqual([]);
  });

  it.each(pairs)('$topic: both answer one question of a pack', (pair) => {
    expect(pair.strong.target.question?.id).toBeDefined();
    expect(pair.weak.target.question?.id).toBe(pair.strong.target.question?.id);
  });

  it.each(pairs)('$topic: the strong one would pass, the weak one would not', (pair) => {
    expect(['lean-yes', 'strong-yes']).toContain(pair.strong.hire.signal);
    expect(['strong-no', 'lean-no']).toContain(pair.weak.hire.signal);
  });

  it.each(pairs)('$topic: the strong one reads at least a bar above the weak one', (pair) => {
    expect(bars.indexOf(pair.strong.level.bar)).toBeGreaterThan(bars.indexOf(pair.weak.level.bar));
  });

  it('raise at most one pitfall in 2,000 words of strong answers', () => {
    const raised = strong.flatMap(({ name, review }) =>
      review.pitfalls.filter(({ present }) => present).map(({ pitfall }) => `${name}: ${pitfall.ref}`),
    );
    const words = strong.reduce((sum, { review }) => sum + review.words, 0);
    expect(raised.length, raised.join('\n')).toBeLessThanOrEqual(words / 2000);
  });

  it.each(weak)('$name: the audit finds the sum that is wrong, and no other', ({ name, review }) => {
    expect(review.numbers.map(({ stated }) => stated)).toEqual(planted[name] ?? []);
  });

  it.each(strong)('$name: the audit finds nothing wrong', ({ review }) => {
    expect(review.numbers.map(({ stated }) => stated)).toEqual([]);
  });
});

describe('the table of the examples', () => {
  const rows = readFileSync(join(folder, 'README.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [file, question, level] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      const name = file?.match(/^`(.+\.md)`$/)?.[1];
      return name ? [{ name, question, level }] : [];
    });

  it('names every answer of this folder once', () => {
    const there = ['', 'docs', 'stories'].flatMap((inner) =>
      readdirSync(join(folder, inner))
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .map((name) => (inner ? `${inner}/${name}` : name)),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(there.sort());
  });

  it.each(rows.filter(({ name }) => !name.startsWith(ofAnotherPack)))(
    '$name stands with its question and level',
    (row) => {
      const { review } = readExample(row.name);
      expect(row.question).toBe(review.target.question?.title ?? 'none');
      expect(row.level).toBe(review.target.level);
    },
  );
});
