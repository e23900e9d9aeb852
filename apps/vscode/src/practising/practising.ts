import type { Question } from '@rubricate/core/model';
import type { Outline } from '@rubricate/core/practice';
import type { Lens } from '@rubricate/core/review';
import type * as vscode from 'vscode';
import type { HushedReviews } from '../hushed-reviews.ts';
import type { ProgressRow } from '../practice/progress/row.ts';
import type { WorkspaceTarget } from '../practice/target.ts';

/** What the part is given by the rest of the extension. */
export interface PractisingHost {
  readonly context: vscode.ExtensionContext;
  readonly reviews: HushedReviews;
  readonly log: vscode.LogOutputChannel;
  /** What there is to practise, with what was done of it. */
  outline(): Promise<Outline>;
  /** Lets the user choose among all questions; the id, or undefined. */
  pick(): Promise<string | undefined>;
  /** What the workspace prepares for, with the packs that hold there. */
  workspace(): Promise<WorkspaceTarget>;
  question(id: string): Promise<{ readonly question: Question; readonly lens: Lens } | undefined>;
}

/** What can be done with the interview that is under way. */
export const mockSteps = ['pause', 'resume', 'extend', 'next', 'finish', 'abandon', 'actions'] as const;
export type MockStep = (typeof mockSteps)[number];

/**
 * What of the extension only those use who practise: a bundle of its own, loaded at the first command or for an interview
 * that a reload of the window interrupted.
 */
export interface Practising {
  /** Starts an answer to a question: the one named, else one that is suggested or chosen. */
  practise(asked: string | undefined): Promise<void>;
  /** The same against the clock, with what is found hidden until the end. */
  mock(asked: string | undefined): Promise<void>;
  mockStep(step: MockStep): Promise<void>;
  /** Copies the example workspace to where the user chooses, and opens it. */
  openExample(): Promise<void>;
  /** Starts a story: for the question or with the title that is given, else asking for both. */
  newStory(asked: unknown): Promise<vscode.Uri | undefined>;
  /** Opens the story of a row. */
  openStory(asked: unknown): Promise<void>;
  /** The group of stories in the progress tree. */
  storyRows(): Promise<readonly ProgressRow[]>;
  /** The page of all stories against what will be asked, as Markdown. */
  storyPage(): Promise<string>;
}

/** The stories' rows of the progress tree. */
export interface StoryRows {
  rows(): Promise<readonly ProgressRow[]>;
  readonly onDidChange: vscode.Event<void>;
}

/** What the bundle exports. */
export interface PractisingPart {
  createPractising(host: PractisingHost): Practising;
}

/** Where an interview is kept, so that it survives a reload of the window. */
export const mockKey = 'rubricate.mock';
