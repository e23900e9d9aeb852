import { findTarget, reviewAnswer, type Target } from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { shippedLibrary } from '../judge.ts';
import { makeRandom } from '../random.ts';
import { textOf } from './texts.ts';

/** What the texts of the benchmark are judged by: the question that their front matter names. */
export function benchTarget(): Target {
  const found = findTarget(readAnswer(textOf(1000)).frontMatter, shippedLibrary(), {});
  if (!found.ok) throw new Error(found.reason.message);
  return found.target;
}

/**
 * Types ten characters in a row at one place, as a person would, then elsewhere, and reviews after each. `clock` tells the
 * time in milliseconds; returns what each key cost by it.
 */
export function typeInto(
  text: string,
  { target, places, clock }: { readonly target: Target; readonly places: number; readonly clock: () => number },
): readonly number[] {
  const random = makeRandom(7);
  let answer: Answer = readAnswer(text);
  reviewAnswer(answer, target);
  const costs: number[] = [];
  for (let place = 0; place < places; place++) {
    const spot = 200 + random.below(answer.text.length - 400);
    for (let key = 0; key < 10; key++) {
      const at = spot + key;
      const start = clock();
      answer = answer.edit([{ start: at, end: at, insert: 'scale it '[key % 9] as string }]);
      reviewAnswer(answer, target);
      costs.push(clock() - start);
    }
  }
  return costs;
}
