import type { WorkspaceConfig } from '@rubricate/core/model';
import type { Library, NotJudged, Review, Target } from '@rubricate/core/review';
import type { Answer } from '@rubricate/core/text';
import type * as vscode from 'vscode';

/** What the features share. Made once at activation; nothing heavy happens before a feature asks. */
export interface Services {
  readonly packs: PackService;
  readonly config: ConfigService;
  readonly reviews: ReviewService;
  readonly log: vscode.LogOutputChannel;
}

export interface PackService {
  /**
   * All packs that hold for a document or folder: those that ship and those its `rubricate.yaml` names. Read at the first
   * call, then kept; never rejects. What is wrong in a pack is in `library.problems` or, for files, in the Problems view.
   * With no scope: as for the first workspace folder.
   */
  library(scope?: vscode.Uri): Promise<Library>;
  /** Packs were added, changed or removed: ask `library` again. */
  readonly onDidChange: vscode.Event<void>;
}

/** A `rubricate.yaml` as it stands. */
export interface WorkspaceSettings {
  readonly file: vscode.Uri;
  /** The folder the file stands in; its globs and pack folders count from here. */
  readonly folder: vscode.Uri;
  /** What could be read of it; `{}` when it is damaged, with `valid` false. */
  readonly config: WorkspaceConfig;
  readonly valid: boolean;
}

export interface ConfigService {
  /**
   * The nearest `rubricate.yaml` from a document's folder up to its workspace folder; undefined when there is none.
   * With no scope: that of the first workspace folder. Read once, then kept; never rejects.
   */
  settings(scope?: vscode.Uri): Promise<WorkspaceSettings | undefined>;
  /** A `rubricate.yaml` was written, changed or removed, or the workspace folders changed. */
  readonly onDidChange: vscode.Event<void>;
}

interface JudgementBase {
  readonly document: vscode.TextDocument;
  /** The document version that was judged. It is the document's current one only while the two are equal. */
  readonly version: number;
  /** The text at that version, incrementally kept. `answer.text` has the document's own offsets. */
  readonly answer: Answer;
}

/** What is known of one version of a document. */
export type Judgement = Judged | Unjudged;
export interface Judged extends JudgementBase {
  readonly ok: true;
  readonly target: Target;
  /** Set while another lens is chosen for the document. */
  readonly otherLens: OtherLens | undefined;
  readonly review: Review;
  /** Whether the writer seems done: long enough and left alone, saved, or asked for. Then pitfalls of absence show. */
  readonly finished: boolean;
}
/** A lens that was chosen for a document in place of its own. */
export interface OtherLens {
  /** What the text itself asks to be judged against. */
  readonly own: Target;
  /** Rubrics of the text that the chosen lens does not know. */
  readonly unknown: readonly string[];
  /** Why the chosen lens cannot judge the text as it is; then its own does. */
  readonly problem: string | undefined;
}
/** What a text itself asks to be judged against, whatever lens is chosen for it. */
export function ownTarget({ target, otherLens }: Judged): Target {
  return otherLens?.own ?? target;
}
export interface Unjudged extends JudgementBase {
  readonly ok: false;
  /** `mock`: it is judged, but a mock interview hides what is found until its end. */
  readonly reason: NotJudged | { readonly code: 'disabled' | 'mock'; readonly message: string };
}

export interface ReviewService {
  /** The latest judgement of an open document, perhaps of an earlier version; undefined for what is not Markdown or not open. */
  current(uri: vscode.Uri): Judgement | undefined;
  /** The judgement of the document's present version, judging it now where need be. Opens nothing by itself. */
  review(uri: vscode.Uri): Promise<Judgement | undefined>;
  /** As `review`, and counts the text as finished from now on: what a writer who asks for a review wants. */
  reviewFinished(uri: vscode.Uri): Promise<Judgement | undefined>;
  /** A document has a new judgement, which is the argument. */
  readonly onDidReview: vscode.Event<Judgement>;
  /** A document is no longer open: what was shown of it can go. */
  readonly onDidClose: vscode.Event<vscode.Uri>;
}
