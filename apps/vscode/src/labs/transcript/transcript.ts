import type * as vscode from 'vscode';
import type { LabHost } from '../lab.ts';

export const transcriptIds = {
  review: 'rubricate.reviewTranscript',
  record: 'rubricate.recordTranscript',
  /** The kind of the window with the report. */
  panel: 'rubricate.transcript',
} as const;

/** What the part does once it is loaded. */
export interface TranscriptLab extends vscode.Disposable {
  /** Shows the report: of the file given, else of the active one, else of one that is chosen. */
  review(asked: unknown): Promise<void>;
  /** Fills a panel of a window that opens again. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** Records what was said as an attempt. Gives the file of the event. */
  record(asked: unknown): Promise<vscode.Uri | undefined>;
}

/** What dist/lab-transcript.js exports. */
export interface TranscriptPart {
  createTranscriptLab(host: LabHost): TranscriptLab;
}
