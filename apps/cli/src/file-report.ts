import { reasonText } from '@rubricate/core/review';
import type { Judged } from './judge.ts';
import type { ReviewedFile } from './report.ts';
import { spanAt } from './source-text.ts';

/** A review in the published form. */
export function fileReport({ path, source, target, review }: Judged): ReviewedFile {
  return {
    path,
    question: target.question?.id ?? null,
    level: target.level,
    rubrics: [...new Set(target.rubrics.flatMap(({ chain }) => chain))],
    criteria: review.criteria.map(({ criterion, status, evidence }) => ({
      id: criterion.ref,
      status,
      evidence: evidence.map((range) => spanAt(source, range)),
    })),
    pitfalls: review.pitfalls.map(({ pitfall, present, evidence, dismissed }) => ({
      id: pitfall.ref,
      present,
      evidence: evidence.map((range) => spanAt(source, range)),
      dismissed: dismissed !== undefined,
    })),
    numbers: review.numbers.map(({ ref, range, computed, working, dismissed }) => ({
      id: ref,
      at: spanAt(source, range),
      computed,
      working,
      dismissed: dismissed !== undefined,
    })),
    hire: { ...review.hire, reasons: review.hire.reasons.map(reasonText) },
    levelReading: { ...review.level, reasons: review.level.reasons.map(reasonText) },
  };
}
