import type * as vscode from 'vscode';
import type { chooseLens } from './choose-lens.ts';
import type { comparison } from './comparison.ts';
import type { LensChoice } from './lens-choices.ts';

/** What of the lenses only those need who ask for another than the answer's own: what dist/lenses.js exports. */
export interface LensPart {
  readonly chooseLens: typeof chooseLens;
  readonly comparison: typeof comparison;
}

/** A document that is compared, and the lens it is compared through. */
export interface Compared extends LensChoice {
  readonly answer: vscode.Uri;
}
