import type * as vscode from 'vscode';
import type { Journal } from '../practice/journal.ts';
import type { Services } from '../services.ts';

/** The commands of debriefs and of the attempts before. */
export const debriefIds = {
  debrief: 'rubricate.debrief',
  exportDebrief: 'rubricate.exportDebrief',
  compareAttempts: 'rubricate.compareAttempts',
  openAttempt: 'rubricate.openAttempt',
} as const;

/** The scheme of answers as they were when they were recorded. The attempt's id is the query. */
export const attemptScheme = 'rubricate-attempt';

/** The kind of the panels with reports, by which a window that opens again knows them. */
export const debriefPanel = 'rubricate.debrief';

/** What the part is given. */
export interface DebriefHost {
  readonly services: Services;
  readonly journal: Journal;
}

/** What dist/debrief.js does. */
export interface Debriefing extends vscode.Disposable {
  /** Shows the report: of an attempt, of a question's last one, or of the active answer. */
  show(asked: unknown): Promise<void>;
  /** Fills a panel that was open when the window closed; the state is what its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** Writes the report of the active answer into a file. Gives the file. */
  export(asked: unknown): Promise<vscode.Uri | undefined>;
  compare(asked: unknown): Promise<void>;
  open(asked: unknown): Promise<void>;
  /** The page that sets two attempts side by side. */
  comparison(uri: vscode.Uri): Promise<string>;
}

/** What dist/debrief.js exports. */
export interface DebriefPart {
  createDebriefing(host: DebriefHost): Debriefing;
}
