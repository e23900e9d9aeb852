import type { Span } from '../evidence/index.ts';
import type { Answer } from '../text/index.ts';
import { auditNumbers } from './audit/audit.ts';
import { type Dismissal, dismissalOf } from './dismissal.ts';

/** A number that does not hold. `ref` is what a dismissal names. */
export interface NumberReview {
  readonly ref: `numbers/${NumberReview['kind']}`;
  /** `two-values`: one quantity is given two values. */
  readonly kind: 'arithmetic' | 'unit-slip' | 'two-values';
  /** The number that is wrong, or the second of two. */
  readonly range: Span;
  readonly stated: string;
  /** What it comes to; the first of two values. */
  readonly computed: string;
  /** The calculation with its right result; empty for two values. */
  readonly working: string;
  readonly dismissed: string | undefined;
}

export function reviewNumbers(answer: Answer, dismissals: readonly Dismissal[]): readonly NumberReview[] {
  const { findings, disagreements } = auditNumbers(answer);
  const found = [
    ...findings.map(({ kind, result, computed, working }) => ({ kind, range: result, computed, working })),
    ...disagreements.map(({ first, second }) => ({
      kind: 'two-values' as const,
      range: { start: second.start, end: second.end },
      computed: first.written,
      working: '',
    })),
  ];
  return found
    .sort((a, b) => a.range.start - b.range.start)
    .map((one) => {
      const ref = `numbers/${one.kind}` as const;
      const stated = answer.slice(one.range.start, one.range.end).trim();
      return { ...one, ref, stated, dismissed: dismissalOf(ref, one.range, dismissals) };
    });
}

/** What is wrong with a number, in a sentence. */
export function numberMessage({ kind, stated, computed, working }: NumberReview): string {
  switch (kind) {
    case 'arithmetic':
      return `${working}, not ${stated}.`;
    case 'unit-slip':
      return `A unit slipped by a factor of a thousand or more: ${working}, not ${stated}.`;
    case 'two-values':
      return `${stated} here and ${computed} above. Keep one, or say why they differ.`;
  }
}

export const numberTitles: Readonly<Record<NumberReview['kind'], string>> = {
  arithmetic: 'Arithmetic',
  'unit-slip': 'Unit',
  'two-values': 'Two values',
};
