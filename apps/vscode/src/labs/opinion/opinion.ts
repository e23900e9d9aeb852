import type * as vscode from 'vscode';
import type { LabHost } from '../lab.ts';

export const opinionIds = {
  ask: 'rubricate.secondOpinion',
  /** The kind of the window with the opinion. It is kept nowhere, so no window that opens again has one. */
  panel: 'rubricate.opinion',
  /** The review as a tool for the editor's agent. */
  tool: 'rubricate_review',
} as const;

/** What the part does once it is loaded. */
export interface OpinionLab extends vscode.Disposable {
  /** Asks a language model of the editor about the active answer, if the user agrees to it this time. */
  ask(): Promise<void>;
  /** Our review, as the editor's agent asks for it. */
  readonly tool: Required<vscode.LanguageModelTool<unknown>>;
}

/** What dist/lab-opinion.js exports. */
export interface OpinionPart {
  createOpinionLab(host: LabHost): OpinionLab;
}
