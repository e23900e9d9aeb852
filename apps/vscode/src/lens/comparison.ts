import { compareLenses, reviewAnswer, throughLens } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { ownTarget, type Services } from '../services.ts';
import { comparisonPage } from './comparison-page.ts';
import type { Compared } from './lens-part.ts';

/** The page of a text through its own lens and another, as Markdown; or why there is none. */
export async function comparison({ answer, pack, level }: Compared, { reviews, packs }: Services): Promise<string> {
  const judgement = await reviews.review(answer);
  if (!judgement) return vscode.l10n.t('The answer is no longer open. Open it and compare again.');
  if (!judgement.ok) return judgement.reason.message;
  const own = ownTarget(judgement);
  const library = await packs.library(answer);
  const through = throughLens(own, library, pack, level);
  if (!through.ok) return through.message;
  const here = reviewAnswer(judgement.answer, own);
  const there = reviewAnswer(judgement.answer, through.target);
  return comparisonPage({
    comparison: compareLenses(here, there),
    here,
    there,
    text: judgement.answer.text,
    unknown: through.unknown,
  });
}
