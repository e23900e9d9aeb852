import { type Bar, hireSignals, levelReadings } from '@rubricate/core/model';
import {
  type Lens,
  type Library,
  makeLibrary,
  type ResolvedRubric,
  type Review,
  reviewAnswer,
} from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { readShippedPacks } from '@rubricate/packs/content';
import type { LabelledAnswer } from './labels.ts';

export interface Judged {
  readonly answer: LabelledAnswer;
  /** By `rubric/criterion`: 2 met, 1 partial, 0 missing, with the evidence quoted. */
  readonly criteria: ReadonlyMap<string, { readonly status: number; readonly quotes: readonly string[] }>;
  readonly pitfalls: ReadonlyMap<string, { readonly present: boolean; readonly quotes: readonly string[] }>;
  /** Judged at the answer's own level reading. */
  readonly hire: number;
  readonly level: number;
  readonly words: number;
}

const credit = { missing: 0, partial: 1, met: 2 } as const;

export function shippedLibrary(): Library {
  return makeLibrary(readShippedPacks());
}

/** A rubric with the lens of the first pack that knows it; undefined when none does. */
export function rubricIn(
  library: Library,
  id: string,
): { readonly pack: string; readonly lens: Lens; readonly rubric: ResolvedRubric } | undefined {
  const pack = library.packWithRubric(id);
  const lens = pack && library.lens(pack.id);
  const rubric = lens?.rubrics.get(id);
  return pack && lens && rubric ? { pack: pack.id, lens, rubric } : undefined;
}

/** Reviews a text by one rubric at a bar, with no question. */
export function reviewBy(
  { lens, rubric }: { readonly lens: Lens; readonly rubric: ResolvedRubric },
  answer: Answer,
  bar: Bar,
): Review {
  return reviewAnswer(answer, { question: undefined, lens, level: bar, bar, rubrics: [rubric] });
}

/** Reviews a labelled answer by the rubrics it was graded by; undefined when no pack has them. */
export function judge(answer: LabelledAnswer, library: Library): Judged | undefined {
  const leaf = answer.rubrics.at(-1) as string;
  const found = rubricIn(library, leaf);
  if (!found || answer.rubrics.some((id) => !found.rubric.chain.includes(id))) return undefined;
  const parsed = readAnswer(answer.text);
  const at = (bar: Bar): Review => reviewBy(found, parsed, bar);
  const first = at('mid');
  const own = first.level.bar;
  const review = own === 'below' || own === 'mid' ? first : at(own);
  const quote = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    answer.text.slice(start, end);
  return {
    answer,
    criteria: new Map(
      review.criteria.map(({ criterion, status, evidence }) => [
        criterion.ref,
        { status: credit[status], quotes: evidence.map(quote) },
      ]),
    ),
    pitfalls: new Map(
      review.pitfalls.map(({ pitfall, present, evidence }) => [pitfall.ref, { present, quotes: evidence.map(quote) }]),
    ),
    hire: hireSignals.indexOf(review.hire.signal),
    level: levelReadings.indexOf(own),
    words: review.words,
  };
}
