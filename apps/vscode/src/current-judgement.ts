import type * as vscode from 'vscode';
import type { Judgement, ReviewService } from './services.ts';

/**
 * The judgement of a document's present version: the one there is, or the next to come. For what the editor asks for again
 * and again while somebody types; it makes no judging happen by itself.
 */
export function currentJudgement(
  reviews: ReviewService,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<Judgement | undefined> {
  const known = reviews.current(document.uri);
  if (known?.version === document.version) return Promise.resolve(known);
  return new Promise((resolve) => {
    const end = (judgement: Judgement | undefined): void => {
      reviewed.dispose();
      closed.dispose();
      cancelled.dispose();
      resolve(judgement);
    };
    const reviewed = reviews.onDidReview((judgement) => {
      if (judgement.document === document && judgement.version === document.version) end(judgement);
    });
    const closed = reviews.onDidClose((uri) => {
      if (uri.toString() === document.uri.toString()) end(undefined);
    });
    const cancelled = token.onCancellationRequested(() => end(undefined));
  });
}
