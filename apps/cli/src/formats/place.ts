import type { CriterionReview } from '@rubricate/core/review';
import type { Judged } from '../judge.ts';
import { positionAt } from '../source-text.ts';
import { oneLine } from '../terminal/width.ts';

/** Where a missing sentence belongs, in words: under a heading that is there, or under one to add. */
export function placeOf({ criterion, anchor }: CriterionReview, { review, source }: Judged): string {
  const section = review.sections.find(({ heading }) => heading?.start === anchor.start);
  const title = section ? oneLine(section.title) : '';
  const wanted = criterion.belongs[0] as string;
  // The first heading, often the title of the whole text, also stands in where no heading fits.
  if (!section || !criterion.belongs.some((name) => fits(name, title)))
    return `Belongs under a heading such as "${wanted}".`;
  return `Belongs under "${title}", line ${positionAt(source, anchor.start).line}.`;
}

function fits(name: string, title: string): boolean {
  const lower = title.toLowerCase();
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  return words.length > 0 && words.every((word) => lower.includes(word.replace(/s$/, '')));
}
