import type * as vscode from 'vscode';
import type { Packs } from '../packs.ts';
import type { ConfigService } from '../services.ts';
import type { OwnPacks, OwnPacksOptions, OwnState } from './own-packs.ts';

/** What is wrong in the packs of a `rubricate.yaml`, by file. */
export type ProblemsByFile = readonly (readonly [vscode.Uri, vscode.Diagnostic[]])[];

/** What a check found, over all packs that the workspace names. */
export interface PackCheck {
  readonly packs: number;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * What of the extension only those need who write packs or have packs of their own. It is a bundle of its own, loaded when
 * first asked for, so that starting stays quick for everybody else (see `load-authoring.ts`).
 */
export interface Authoring {
  /** Keeps the packs that a `rubricate.yaml` names. */
  createOwnPacks(options: OwnPacksOptions): OwnPacks;
  problemsOf(state: OwnState): Promise<ProblemsByFile>;
  /** Completes, explains and mends packs and `rubricate.yaml` from now on. */
  registerLanguageFeatures(packs: Packs): vscode.Disposable;
  newPack(packs: Packs, config: ConfigService, given: unknown): Promise<void>;
  checkPacks(packs: Packs): Promise<PackCheck | undefined>;
  /** Opens the page of a pack: the one named, else one that is chosen. */
  showPack(packs: Packs, asked: unknown): Promise<void>;
  /** The page of a pack as Markdown. */
  packPage(packs: Packs, uri: vscode.Uri): Promise<string>;
}

/** What the bundle exports. */
export interface AuthoringPart {
  createAuthoring(extension: vscode.Uri): Promise<Authoring>;
}
