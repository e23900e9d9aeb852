import {
  findTarget,
  type Library,
  matchesGlob,
  reviewAnswer,
  type TargetOptions,
  throughLens,
} from '@rubricate/core/review';
import { type Answer, readAnswer, sizeLimit } from '@rubricate/core/text';
import * as vscode from 'vscode';
import type { LensChoice } from './lens/lens-choices.ts';
import type { Judgement, WorkspaceSettings } from './services.ts';

export interface Circumstances {
  readonly document: vscode.TextDocument;
  readonly answer: Answer;
  readonly library: Library;
  readonly workspace: WorkspaceSettings | undefined;
  readonly enabled: boolean;
  /** The lens chosen for the document, where it is not its own. */
  readonly lens: LensChoice | undefined;
  readonly isFinished: (words: number) => boolean;
}

const empty = readAnswer('');

/** Judges the present version of a document, or says why not. */
export function judge({ document, answer, library, workspace, enabled, lens, isFinished }: Circumstances): Judgement {
  const base = { document, version: document.version, answer };
  if (!enabled) {
    const message = vscode.l10n.t('Rubricate is switched off here (setting "rubricate.enable").');
    return { ...base, ok: false, reason: { code: 'disabled', message } };
  }
  const found = findTarget(answer.frontMatter, library, { workspace: workspaceTarget(document.uri, workspace) });
  if (!found.ok) return { ...base, ok: false, reason: found.reason };
  const own = found.target;
  const through = lens && throughLens(own, library, lens.pack, lens.level);
  const target = through?.ok ? through.target : own;
  const otherLens = through && {
    own,
    unknown: through.ok ? through.unknown : [],
    problem: through.ok ? undefined : through.message,
  };
  const review = reviewAnswer(answer, target);
  return { ...base, ok: true, target, otherLens, review, finished: isFinished(review.words) };
}

/** Says that a text is larger than what is judged. It is not read at all. */
export function tooLarge(document: vscode.TextDocument): Judgement {
  const message = vscode.l10n.t(
    'This text is larger than {0} MB, so Rubricate leaves it alone.',
    sizeLimit / 1_000_000,
  );
  return { document, version: document.version, answer: empty, ok: false, reason: { code: 'too-large', message } };
}

/** What a `rubricate.yaml` says of a document, or of a text that stands in no file. */
export function workspaceTarget(
  uri: vscode.Uri | undefined,
  workspace: WorkspaceSettings | undefined,
): NonNullable<TargetOptions['workspace']> {
  if (!workspace) return {};
  const { company, role, level, rubrics = {} } = workspace.config;
  const root = workspace.folder.path.replace(/\/?$/, '/');
  const path = uri?.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
  const pattern = path === undefined ? undefined : Object.keys(rubrics).find((glob) => matchesGlob(path, glob));
  return { company, role, level, rubrics: pattern === undefined ? undefined : rubrics[pattern] };
}
