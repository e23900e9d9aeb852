import * as vscode from 'vscode';
import type { Judgement, ReviewService } from './services.ts';

/** Reviews of which those of some documents are kept from whoever asks: nobody writes freely under a red pencil. */
export interface HushedReviews extends ReviewService, vscode.Disposable {
  /** Hides or shows what is found in a document from now on. Judging goes on all the same. */
  setHushed(uri: vscode.Uri, isHushed: boolean): void;
}

/**
 * Hides at one place what every feature would show (marks, lenses, hovers, the checklist): a document that is hushed counts
 * as not judged, with the mock interview as the reason.
 */
export function hushedReviews(reviews: ReviewService): HushedReviews {
  const hushed = new Set<string>();
  const reviewed = new vscode.EventEmitter<Judgement>();
  const shown = (judgement: Judgement): Judgement => {
    const { document, version, answer } = judgement;
    if (!hushed.has(document.uri.toString())) return judgement;
    const message = vscode.l10n.t('A mock interview is running on this text; what Rubricate finds shows when it ends.');
    return { ok: false, document, version, answer, reason: { code: 'mock', message } };
  };
  const shownLater = async (judging: Promise<Judgement | undefined>): Promise<Judgement | undefined> => {
    const judgement = await judging;
    return judgement && shown(judgement);
  };
  const listening = reviews.onDidReview((judgement) => reviewed.fire(shown(judgement)));
  return {
    current: (uri) => {
      const judgement = reviews.current(uri);
      return judgement && shown(judgement);
    },
    review: (uri) => shownLater(reviews.review(uri)),
    // A text that is still being written against the clock is not finished because somebody asks.
    reviewFinished: (uri) => shownLater(hushed.has(uri.toString()) ? reviews.review(uri) : reviews.reviewFinished(uri)),
    onDidReview: reviewed.event,
    onDidClose: reviews.onDidClose,
    setHushed(uri, isHushed) {
      const key = uri.toString();
      if (hushed.has(key) === isHushed) return;
      if (isHushed) hushed.add(key);
      else hushed.delete(key);
      const judgement = reviews.current(uri);
      if (judgement) reviewed.fire(shown(judgement));
    },
    dispose() {
      listening.dispose();
      reviewed.dispose();
    },
  };
}
