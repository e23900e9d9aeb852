import type { Progress } from '@rubricate/core/practice';
import type * as vscode from 'vscode';
import type { HushedReviews } from '../hushed-reviews.ts';
import type { Journal } from '../practice/journal.ts';
import type { ProgressRow } from '../practice/progress/row.ts';
import type { Services } from '../services.ts';

/** What a lab is given. */
export interface LabHost {
  readonly context: vscode.ExtensionContext;
  readonly services: Services;
  readonly reviews: HushedReviews;
  readonly journal: Journal;
}

/** A lab as the progress tree shows it. Drawing its row loads nothing of it. */
export interface Lab {
  row(progress: Progress): ProgressRow;
}

/** Registers the commands of a lab. Only wires: what they do is in `<lab>/part.ts`, built as `dist/lab-<lab>.js`. */
export type RegisterLab = (host: LabHost) => Lab;
