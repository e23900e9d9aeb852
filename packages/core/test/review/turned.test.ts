import { describe, expect, it } from 'vitest';
import { hintsOf, makeLibrary, type Review, reviewAnswer } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { acme } from './fixture.ts';

const why = 'Here nobody asks for scope.';

/** The fixture judged by a role with overrides of its own. */
function reviewFor(text: string, overrides: NonNullable<typeof acme.overrides>): Review {
  const library = makeLibrary([
    acme,
    {
      ...acme,
      id: 'acme-other',
      role: 'other',
      extends: ['acme-engineer'],
      overrides,
      questions: [],
      rubrics: [],
      concepts: {},
      signals: {},
      rules: {},
    },
  ]);
  const lens = library.lens('acme-other');
  const rubric = lens?.rubrics.get('design');
  if (!lens || !rubric) throw new Error(library.problems.map(({ message }) => message).join('\n'));
  return reviewAnswer(readAnswer(text), { question: undefined, lens, level: 'E2', bar: 'senior', rubrics: [rubric] });
}

const said = 'The scope is reads. Writes are in scope too. One trade-off is memory. Another trade-off is lag.';

describe('a criterion whose sign a role turns', () => {
  const review = reviewFor(said, { 'design/scope': { weight: -1, why } });

  it('is hinted at where it was said, with the role’s reason', () => {
    const hint = hintsOf(review, { finished: true, most: 9 }).find(({ code }) => code === 'design/scope');
    expect(hint && said.slice(hint.range.start, hint.range.end)).toBe('The scope is reads.');
    expect(hint).toMatchObject({ kind: 'pitfall', message: why });
  });

  it('is no hint where it was not said', () => {
    const quiet = reviewFor('One trade-off is memory.', { 'design/scope': { weight: -1, why } });
    expect(hintsOf(quiet, { finished: true, most: 9 }).map(({ code }) => code)).not.toContain('design/scope');
  });

  it('costs what it would have earned', () => {
    const order = ['strong-no', 'lean-no', 'lean-yes', 'strong-yes'];
    const plain = reviewFor(said, {});
    expect(order.indexOf(review.hire.signal)).toBeLessThan(order.indexOf(plain.hire.signal));
  });
});

it('a pitfall whose sign a role turns is not hinted at', () => {
  const review = reviewFor('An amazing scope.', { 'design/hype': { weight: -1, why } });
  expect(hintsOf(review, { finished: true, most: 9 }).map(({ code }) => code)).not.toContain('design/hype');
});
