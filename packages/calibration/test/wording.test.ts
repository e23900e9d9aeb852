import { readAnswer } from '@rubricate/core/text';
import { expect, it } from 'vitest';
import { reviewBy, rubricIn, shippedLibrary } from '../src/judge.ts';

const library = shippedLibrary();

function statusOf(ref: string, text: string): string | undefined {
  const found = rubricIn(library, ref.split('/')[0] as string);
  if (!found) throw new Error(`No pack has the rubric of "${ref}".`);
  return reviewBy(found, readAnswer(text), 'senior').criteria.find(({ criterion }) => criterion.ref === ref)?.status;
}

it.each([
  [
    'notifications/send-time',
    'For every user we predict at which hour a message is opened, and send it then.',
    'For every user we estimate at which hour a message is opened, and send it then.',
  ],
  [
    'data-framework/adoption',
    'The checks are rolled out, first to the two ranking tables and then to the rest.',
    'The checks are introduced team by team, first to the two ranking tables and then to the rest.',
  ],
])('%s reads the same in other words', (ref, one, other) => {
  expect(statusOf(ref, one)).not.toBe('missing');
  expect(statusOf(ref, other)).toBe(statusOf(ref, one));
});
