import { lintPack, packMarkdown, packPage } from '@rubricate/core/authoring';
import { bars, readPackFiles } from '@rubricate/core/model';
import {
  findTarget,
  hintsOf,
  type Library,
  makeLibrary,
  type Review,
  reviewAnswer,
  type Target,
} from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { makeRandom, type Random } from '../random.ts';
import { changesOf, documentOf } from './documents.ts';
import { packOf } from './packs.ts';

/** One case in so many is a pack; a pack costs what a hundred documents cost. Odd, so that every thread has its share of them. */
const packEvery = 199;

/** What one case was, for the counts. */
export interface Examined {
  readonly kind: 'document' | 'edited document' | 'sound pack' | 'refused pack';
  readonly characters: number;
}

export interface Examiner {
  /** Makes the case of this number and puts it through all there is; throws an error that says what does not hold. */
  examine(number: number): Examined;
}

export function makeExaminer(library: Library, seed: number): Examiner {
  const questions = library.packs.flatMap((pack) => pack.questions?.map(({ id }) => id) ?? []);
  const rubrics = library.packs.flatMap(({ id }) => {
    const lens = library.lens(id);
    return lens ? [...lens.rubrics.values()].map((rubric) => ({ lens, rubric })) : [];
  });
  const targetOf = (answer: Answer, random: Random): Target => {
    const found = findTarget(answer.frontMatter, library, {});
    if (found.ok && random.below(4) > 0) return found.target;
    const { lens, rubric } = rubrics[random.below(rubrics.length)] as (typeof rubrics)[number];
    const bar = bars[random.below(bars.length)] as (typeof bars)[number];
    return { question: undefined, lens, level: bar, bar, rubrics: [rubric] };
  };
  return {
    examine(number) {
      const random = makeRandom(Math.imul(seed + 1, 0x9e3779b1) ^ number);
      if (number % packEvery === 0) return examinePack(random, library);
      const text = documentOf(random, questions);
      const answer = readAnswer(text);
      const target = targetOf(answer, random);
      const review = reviewAnswer(answer, target);
      checkReview(review, answer, random);
      if (random.below(4) > 0) return { kind: 'document', characters: text.length };
      let edited = answer;
      for (const change of changesOf(random, text, 1 + random.below(6))) edited = edited.edit([change]);
      const after = reviewAnswer(edited, target);
      checkReview(after, edited, random);
      const anew = reviewAnswer(readAnswer(edited.text), target);
      if (told(after) !== told(anew))
        throw new Error('An edited text is judged otherwise than the same text read anew.');
      return { kind: 'edited document', characters: edited.text.length };
    },
  };
}

/** What a review says, as text. */
function told(review: Review): string {
  return JSON.stringify([
    review.criteria.map(({ criterion, status, evidence, anchor }) => [criterion.ref, status, evidence, anchor]),
    review.pitfalls.map(({ pitfall, present, evidence }) => [pitfall.ref, present, evidence]),
    review.hire,
    review.level,
    review.words,
  ]);
}

/** What holds for every review, whatever the text. */
function checkReview(review: Review, answer: Answer, random: Random): void {
  const { length } = answer.text;
  const hints = hintsOf(review, { finished: random.below(2) === 0, most: 100 });
  const spans = [
    ...[...review.criteria, ...review.pitfalls].flatMap(({ evidence, anchor }) => [...evidence, anchor]),
    ...hints.map(({ range }) => range),
  ];
  for (const { start, end } of spans) {
    if (!(start >= 0 && start <= end && end <= length))
      throw new Error(`The range ${start}–${end} is not within 0–${length}.`);
  }
  for (const { criterion, status, evidence } of review.criteria) {
    if (status !== 'missing' && evidence.length === 0)
      throw new Error(`${criterion.ref} is ${status} without evidence.`);
  }
}

function examinePack(random: Random, library: Library): Examined {
  const files = packOf(random);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  const { pack, problems } = readPackFiles(files);
  if ((pack === undefined) !== problems.length > 0)
    throw new Error('A pack is refused without a reason, or used with one.');
  for (const { line, column, message } of problems) {
    if (!(line > 0 && column > 0 && message !== '')) throw new Error('A problem of a pack has no place or no words.');
  }
  if (!pack) return { kind: 'refused pack', characters };
  const joined = makeLibrary([...library.packs.filter(({ id }) => id !== pack.id), pack]);
  lintPack(pack, { library: joined });
  packMarkdown(packPage(pack, { library: joined }));
  const lens = joined.lens(pack.id);
  const answer = readAnswer(documentOf(random, pack.questions?.map(({ id }) => id) ?? []));
  for (const rubric of lens?.rubrics.values() ?? []) {
    if (!lens || random.below(6) > 0) continue;
    checkReview(
      reviewAnswer(answer, { question: undefined, lens, level: 'senior', bar: 'senior', rubrics: [rubric] }),
      answer,
      random,
    );
  }
  return { kind: 'sound pack', characters };
}
