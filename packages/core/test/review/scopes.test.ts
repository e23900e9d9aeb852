import { describe, expect, it } from 'vitest';
import { dismissFix, frameFix, hintsOf, type Review, reviewAnswer } from '../../src/review/index.ts';
import { reviewed, targetOf } from './fixture.ts';

const dismissedIn = (review: Review): readonly string[] =>
  review.criteria.filter(({ dismissed }) => dismissed !== undefined).map(({ criterion }) => criterion.ref);

describe('sections', () => {
  it('reach to the next heading or the end of the text, however long the text is', () => {
    const paragraphs = Array.from({ length: 150 }, (_, index) => `Paragraph ${index} is here.`).join('\n\n');
    const { answer, review } = reviewed(`# Requirements\n\n${paragraphs}\n`);
    expect(review.sections.at(-1)?.end).toBe(answer.length);
    expect(frameFix(answer, review, 'design/scope')?.change.start).toBe(answer.text.trimEnd().length);
  });

  it('reach to the end of a text without headings', () => {
    const { answer, review } = reviewed('Just a line.\n');
    expect(review.sections.map(({ end }) => end)).toEqual([answer.length]);
  });
});

describe('a comment that dismisses', () => {
  it('for a section says nothing of the next one', () => {
    const comment = '<!-- rubricate-dismiss-section design/tradeoff: not here -->';
    const { review } = reviewed(`# Doc\n\n## Overview\n\n${comment}\n\nText.\n\n## Trade-offs\n\nText.\n`);
    expect(dismissedIn(review)).toEqual([]);
  });

  it('put where the hint of a partial criterion stands dismisses it', () => {
    const { answer, review } = reviewed('# Doc\n\n## Trade-offs\n\nText.\n\n## Other\n\nOne trade-off is lag.\n');
    const hint = hintsOf(review, { finished: true, most: 9 }).find(({ code }) => code === 'design/tradeoff');
    expect(hint?.kind).toBe('partial');
    if (!hint) return;
    const after = answer.edit([dismissFix(answer, hint.code, hint.range, 'said aloud').change]);
    expect(dismissedIn(reviewAnswer(after, targetOf(after.text)))).toEqual(['design/tradeoff']);
  });

  it('for a file holds for a text with nothing in it', () => {
    expect(dismissedIn(reviewed('', 'E2', 'dismiss: [design/scope]\n').review)).toEqual(['design/scope']);
  });
});
