import { type Hint, hintsOf } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { Judgement } from './services.ts';
import { settingsFor } from './settings.ts';

/** The hints that are shown on a document: none where they are switched off. In the order of the text. */
export function shownHints(judgement: Judgement | undefined): readonly Hint[] {
  if (!judgement?.ok) return [];
  const { severity, most } = settingsFor(judgement.document.uri);
  if (severity === 'off') return [];
  return hintsOf(judgement.review, { finished: judgement.finished, most });
}

/** Every hint there is, also those beyond what is shown at once; for what is asked of one of them by name. */
export function allHints(judgement: Judgement | undefined): readonly Hint[] {
  return judgement?.ok ? hintsOf(judgement.review, { finished: true, most: Number.MAX_SAFE_INTEGER }) : [];
}

/** A range of offsets as the editor counts. Only right while the judgement is of the document's present version. */
export function toRange(
  document: vscode.TextDocument,
  span: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
