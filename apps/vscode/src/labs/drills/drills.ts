import type * as vscode from 'vscode';

/** The commands of failure drills. */
export const drillIds = {
  raise: 'rubricate.drill',
  close: 'rubricate.closeDrill',
  giveUp: 'rubricate.giveUpDrill',
  /** Writes the failure into the text as a comment. */
  comment: 'rubricate.commentDrill',
  /** For rows of the progress tree: it means nothing without one. */
  open: 'rubricate.openDrill',
} as const;

/** What the rows of open failures are called: this, and the id of the event that raised them. */
export const drillRow = 'lab-drill:';

/** What dist/lab-drills.js does. What a command is asked for is a thread, a row of the tree, or nothing. */
export interface DrillLab extends vscode.Disposable {
  raise(): Promise<void>;
  close(asked: unknown): Promise<void>;
  giveUp(asked: unknown): Promise<void>;
  comment(asked: unknown): Promise<void>;
  open(asked: unknown): Promise<void>;
}
