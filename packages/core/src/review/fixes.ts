import type { Span } from '../evidence/index.ts';
import type { Answer, TextChange } from '../text/index.ts';
import type { NumberReview } from './numbers.ts';
import type { Review } from './review.ts';
import { unfilled } from './snippet.ts';

/** A change of the text that a hint offers. A snippet has tab stops in VS Code's syntax. */
export interface Fix {
  readonly kind: 'insert-frame' | 'dismiss' | 'correct-number';
  readonly change: TextChange;
  readonly snippet: string;
}

/**
 * Inserts the sentence frame of a criterion at the end of the section it belongs to or, where the text has no such
 * section, under a heading of its own at the end. Undefined where the criterion has no frame.
 */
export function frameFix(answer: Answer, review: Review, ref: string): Fix | undefined {
  const found = review.criteria.find(({ criterion }) => criterion.ref === ref);
  if (!found?.criterion.frame) return undefined;
  const section = found.hasSection
    ? review.sections.find(({ heading }) => heading?.start === found.anchor.start)
    : undefined;
  const at = section ? endOfText(answer.text, section.start, section.end) : answer.text.trimEnd().length;
  const eol = answer.text.includes('\r\n') ? '\r\n' : '\n';
  const heading = section ? '' : `## ${found.criterion.belongs[0]}${eol}${eol}`;
  const snippet = `${eol}${eol}${heading}${found.criterion.frame}`;
  return { kind: 'insert-frame', change: { start: at, end: at, insert: unfilled(snippet) }, snippet };
}

/** Puts the number there that a calculation comes to. Undefined where there is no telling which of two is right. */
export function numberFix({ kind, range, computed }: NumberReview): Fix | undefined {
  // A span of values, as for an index, is not for us to choose from.
  if (kind === 'two-values' || / to /.test(computed)) return undefined;
  return { kind: 'correct-number', change: { ...range, insert: computed }, snippet: '' };
}

/** Puts a comment above the block of a hint that dismisses it with a reason. */
export function dismissFix(answer: Answer, code: string, range: Span, reason: string): Fix {
  const chunk = answer.chunks.findLast(({ start }) => start <= range.start);
  const at = chunk?.start ?? answer.bodyStart;
  const eol = answer.text.includes('\r\n') ? '\r\n' : '\n';
  const said = reason
    .replace(/[<>\r\n]|--/g, ' ')
    .trim()
    .slice(0, 280);
  const comment = `<!-- rubricate-dismiss ${code}: ${said} -->${eol}${eol}`;
  return { kind: 'dismiss', change: { start: at, end: at, insert: comment }, snippet: '' };
}

function endOfText(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
