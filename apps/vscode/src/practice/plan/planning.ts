import type { Progress } from '@rubricate/core/practice';
import type { ProgressRow } from '../progress/row.ts';
import type { WorkspaceTarget } from '../target.ts';

/** What a plan is made from. */
export interface PlanFacts {
  readonly workspace: WorkspaceTarget;
  readonly progress: Progress;
  /** The date where the person is, as `2026-11-21`. */
  readonly today: string;
}

/**
 * The rows of the progress tree, the plan among them, its calendar, and the page on the configuration: a part of the
 * extension that is loaded when the tree is first looked at.
 */
export interface Planning {
  rows(facts: PlanFacts): readonly ProgressRow[];
  exportPlan(facts: PlanFacts): Promise<void>;
  /** What applies here and why, as Markdown. */
  configurationPage(facts: PlanFacts, answer: AnswerFacts | undefined): string;
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
