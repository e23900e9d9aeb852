import type { Progress } from '@rubricate/core/practice';
import type * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import type { Arrangement } from '../progress/arrangement.ts';
import type { createDrafts, Drafts } from '../progress/drafts.ts';
import type { ProgressRow } from '../progress/row.ts';
import type { WorkspaceTarget } from '../target.ts';

/** What a plan is made from. */
export interface PlanFacts {
  readonly workspace: WorkspaceTarget;
  readonly progress: Progress;
  /** The date where the person is, as `2026-11-21`. */
  readonly today: string;
}

/** What the tree is made from: one target, or one for each folder of the workspace that names one. */
export interface TreeFacts {
  readonly workspaces: readonly WorkspaceTarget[];
  readonly progress: Progress;
  readonly today: string;
  readonly drafts: Pick<Drafts, 'of'>;
  readonly arrangement: Arrangement;
  /** Rows of parts that know nothing of targets. */
  readonly others: readonly ProgressRow[];
}

export interface TreeReading {
  readonly rows: readonly ProgressRow[];
  /** How many quiz cards are due. */
  readonly due: number;
  /** What stands beside the view's title. */
  readonly description: string;
  /** What stands above the rows: that a filter is on, and what it leaves. */
  readonly message: string | undefined;
}

/**
 * The progress tree, the plan's calendar, the page on the configuration and the choice of a target: a part of the extension
 * that is loaded when it is first asked for.
 */
export interface Planning {
  tree(facts: TreeFacts): TreeReading;
  /** Follows the answers of the workspace. */
  drafts(...options: Parameters<typeof createDrafts>): Drafts;
  exportPlan(facts: PlanFacts): Promise<void>;
  /** What applies here and why, as Markdown. */
  configurationPage(facts: PlanFacts, answer: AnswerFacts | undefined): string;
  /** Has the user choose; undefined where nothing was. */
  chooseFilter(workspace: WorkspaceTarget, arrangement: Arrangement): Promise<Arrangement | undefined>;
  chooseWords(arrangement: Arrangement): Promise<Arrangement | undefined>;
  chooseOrder(arrangement: Arrangement): Promise<Arrangement | undefined>;
  setTarget(services: Services, folder: vscode.Uri | undefined): Promise<void>;
}

/** What is known of the answer that was active when the page was asked for. */
export interface AnswerFacts {
  /** From the folder of its workspace. */
  readonly path: string;
  /** From the folder of its `rubricate.yaml`; undefined where that is not above it. */
  readonly underConfig: string | undefined;
  readonly judged:
    | {
        readonly ok: true;
        readonly question: string | undefined;
        readonly pack: string;
        readonly level: string;
        readonly rubrics: readonly string[];
        /** Keys that its own front matter sets. */
        readonly ownKeys: readonly string[];
        readonly otherLens: boolean;
      }
    | { readonly ok: false; readonly reason: string };
}

/** What the bundle exports. */
export interface PlanningPart {
  createPlanning(): Planning;
}
