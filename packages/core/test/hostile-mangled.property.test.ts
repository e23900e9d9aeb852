import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPack, packMarkdown, packPage } from '../src/authoring/index.ts';
import { type Pack, readPackFiles } from '../src/model/index.ts';
import { compareLenses, makeLibrary, reviewAnswer, throughLens } from '../src/review/index.ts';
import { readAnswer } from '../src/text/index.ts';
import { acme } from './review/fixture.ts';

const answer = readAnswer('# Scope\n\nThe scope is the feed, and ranking evolves. The scope is small.\n');

/** All that is done with a pack that reads: nothing of it may throw, whatever the pack says. */
function useAll(pack: Pack, bases: readonly Pack[]): void {
  const library = makeLibrary([...bases.filter(({ id }) => id !== pack.id), pack]);
  const findings = lintPack(pack, { library });
  for (const { path, message } of findings) {
    expect(Array.isArray(path)).toBe(true);
    expect(message).not.toBe('');
  }
  expect(packMarkdown(packPage(pack, { library }))).toContain('# ');
  const lens = library.lens(pack.id);
  for (const rubric of lens?.rubrics.values() ?? []) {
    if (!lens) continue;
    const target = { question: undefined, lens, level: 'senior', bar: 'senior' as const, rubrics: [rubric] };
    const review = reviewAnswer(answer, target);
    expect(review.criteria.length).toBe(new Set(review.criteria.map(({ criterion }) => criterion.ref)).size);
    for (const other of library.packs) {
      const through = throughLens(target, library, other.id);
      if (through.ok) compareLenses(review, reviewAnswer(answer, through.target));
    }
  }
}

const nasty = [
  ...['{', '}', '[', ']', ':', '- ', '? ', '&a ', '*a', '<<: ', '!!js ', '|', '>', '"', "'", '#', '%', '---\n', '\t'],
  ...['\0', '\u202e', '\ufeff', '\ud800', '__proto__', 'constructor', 'null', '~', '\r', '\n', '  ', '{a,b}', '999999'],
];

/** A few cuts, repeats and insertions in a text. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    repeat: fc.nat(3),
    insert: fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 6, unit: 'binary' })),
  }),
  { minLength: 1, maxLength: 4 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function mangled(text: string, changes: Edits): string {
  return changes.reduce((now, { at, cut, repeat, insert }) => {
    const start = Math.floor(at * now.length);
    const piece = now.slice(start, start + cut);
    return now.slice(0, start) + insert + piece.repeat(repeat) + now.slice(start + cut);
  }, text);
}

/** Changes of values, which keep more of a pack readable than changes of its text do. */
function shuffled(value: unknown, pick: () => number, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, pick, names));
    const dice = pick() % 150;
    if (dice === 0) return items.slice(1);
    if (dice === 1) return [...items, ...items.slice(0, 1)];
    return dice === 2 ? [...items].reverse() : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        const dice = pick() % 700;
        if (dice === 0) return [];
        return [[dice === 1 ? (names[pick() % names.length] ?? key) : key, shuffled(item, pick, names)]];
      }),
    );
  }
  return typeof value === 'string' && pick() % 60 === 0 ? names[pick() % names.length] : value;
}

describe('a pack that was mangled', () => {
  it('in its text is read or told what is wrong, and never throws', () => {
    const text = JSON.stringify(acme, undefined, 1);
    fc.assert(
      fc.property(edits, (changes) => {
        const { pack, problems, locate } = readPackFiles([{ path: 'a.yaml', text: mangled(text, changes) }]);
        expect(pack === undefined).toBe(problems.length > 0);
        for (const { line, column } of [...problems, locate(['rubrics', 0, 'nothing'])]) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
        if (pack) useAll(pack, []);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('in its values and names is used as far as it goes', () => {
    const names = [
      'scope',
      'hype',
      'design',
      'feed',
      'design/scope',
      'mid',
      'E1',
      'constructor',
      'acme/feed',
      'x',
      'distinct scope >= 2',
    ];
    let used = 0;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (stream) => {
        const pick = (): number => stream.next().value;
        const text = JSON.stringify(shuffled(acme, pick, names));
        const { pack, problems } = readPackFiles([{ path: 'a.yaml', text }]);
        expect(pack === undefined).toBe(problems.length > 0);
        if (!pack) return;
        used++;
        useAll(pack, [acme]);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(used).toBeGreaterThan(20);
  }, 120_000);
});
