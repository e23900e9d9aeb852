import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintsOf, reviewAnswer } from '../../src/review/index.ts';
import { type Answer, readAnswer } from '../../src/text/index.ts';
import { targetOf } from '../review/fixture.ts';

/** Pieces that Markdown turns on: what opens, closes, joins and splits blocks. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'The scope is reads. ',
      'We rank twice. ',
      'One trade-off is lag. ',
      'amazing ',
      'p99 under 200 ms ',
      '3 million users ',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '\n',
      '\n\n',
      '\n\n\n',
      '\r\n',
      '\r',
      '\t',
      '    ',
      '# Requirements\n',
      '## Ranking\n',
      '===\n',
      '---\n',
      '***\n',
      '- item\n',
      '* item\n',
      '1. one\n',
      '  - nested\n',
      '> quote\n',
      '```\n',
      '```sql\n',
      '~~~\n',
      '<!-- ',
      ' -->\n',
      '<div>\n',
      '</div>\n',
      '| a | b |\n',
      '|---|---|\n',
      '| 1 | 2 |\n',
      '**bold**\n',
      '`code`',
      '[link](x)',
      '[open',
      '](',
      '\\',
      '<',
      '>',
      '&amp;',
      '[^1]: note\n',
      '[ref]: /url\n',
      '- [ ] task\n',
      '+ plus\n',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('\u{1F600}', '\ud83d', '\u200b', '\u202e', '\ufeff', '\u0000', 'ねこ', 'é') },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const withFrontMatter = fc
  .tuple(
    fc.constantFrom(
      '',
      '---\nquestion: acme/feed\n---\n',
      '\ufeff---\r\nquestion: acme/feed\r\n---\r\n',
      '---\nopen: ',
    ),
    text,
  )
  .map(([head, body]) => head + body);
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    // Most of what goes wrong goes wrong at the start of a line.
    lineStart: fc.boolean(),
    remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
    insert: fc.array(piece, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function placeOf(current: string, at: number, lineStart: boolean): number {
  const from = Math.floor(at * current.length);
  return lineStart ? current.lastIndexOf('\n', from) + 1 : from;
}

/** All that the floors below see of an answer. */
function seen(answer: Answer): unknown {
  return {
    text: answer.text,
    length: answer.length,
    bodyStart: answer.bodyStart,
    frontMatter: answer.frontMatter,
    chunks: answer.chunks.map(({ start, chunk }) => ({
      start,
      type: chunk.type,
      length: chunk.length,
      blocks: chunk.blocks.map(({ analysis, ...place }) => ({ ...place, ...analysis })),
    })),
  };
}

const target = targetOf('---\nquestion: acme/feed\nlevel: E3\n---\n');

function judged(answer: Answer): unknown {
  const review = reviewAnswer(answer, target);
  return { ...review, target: undefined, hints: hintsOf(review, { finished: true, most: 20 }) };
}

describe('an edited answer', () => {
  it('is the answer read from scratch, and is judged the same', () => {
    fc.assert(
      fc.property(withFrontMatter, edits, (start, changes) => {
        let answer = readAnswer(start);
        let current = start;
        for (const { at, lineStart, remove, insert } of changes) {
          const from = placeOf(current, at, lineStart);
          const change = { start: from, end: Math.min(current.length, from + remove), insert: insert.join('') };
          current = current.slice(0, change.start) + change.insert + current.slice(change.end);
          answer = answer.edit([change]);
          // Judged at every step, so that what the cache keeps is put to use.
          reviewAnswer(answer, target);
        }
        const fresh = readAnswer(current);
        expect(seen(answer)).toEqual(seen(fresh));
        expect(judged(answer)).toEqual(judged(fresh));
      }),
      { numRuns: 1_500 },
    );
  }, 120_000);

  it('takes several changes at once, each made to the text the one before left', () => {
    const answer = readAnswer('one\n\ntwo\n').edit([
      { start: 0, end: 3, insert: '# One' },
      { start: 7, end: 10, insert: 'three' },
    ]);
    expect(answer.text).toBe('# One\n\nthree\n');
    expect(seen(answer)).toEqual(seen(readAnswer('# One\n\nthree\n')));
  });

  it('keeps the chunks that an edit did not touch', () => {
    const before = readAnswer(Array.from({ length: 50 }, (_, index) => `Paragraph ${index}.`).join('\n\n'));
    const after = before.edit([{ start: 400, end: 400, insert: 'x' }]);
    const kept = after.chunks.filter(({ chunk }) => before.chunks.some((old) => old.chunk === chunk));
    expect(kept.length).toBeGreaterThanOrEqual(44);
  });

  it('holds over a text of many pieces and long lines', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 20, maxLength: 40 }),
        edits,
        fc.integer({ min: 0, max: 9_000 }),
        (parts, changes, long) => {
          let current = parts.join(`\n\n${'word '.repeat(long / 5)}\n\n`);
          let answer = readAnswer(current);
          for (const { at, lineStart, remove, insert } of changes) {
            const from = placeOf(current, at, lineStart);
            const change = { start: from, end: Math.min(current.length, from + remove * 50), insert: insert.join('') };
            current = current.slice(0, change.start) + change.insert + current.slice(change.end);
            answer = answer.edit([change]);
          }
          expect(seen(answer)).toEqual(seen(readAnswer(current)));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('every range', () => {
  it('of evidence, anchors and hints lies inside the text', () => {
    fc.assert(
      fc.property(withFrontMatter, (source) => {
        const review = reviewAnswer(readAnswer(source), target);
        const ranges = [
          ...[...review.criteria, ...review.pitfalls].flatMap(({ evidence, anchor }) => [...evidence, anchor]),
          ...hintsOf(review, { finished: true, most: 20 }).map(({ range }) => range),
        ];
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
