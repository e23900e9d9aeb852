import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  compareLenses,
  findTarget,
  type LensComparison,
  type Library,
  type NotJudged,
  type Review,
  reviewAnswer,
  type Target,
  throughLens,
} from '@rubricate/core/review';
import { type Answer, readAnswer, sizeLimit } from '@rubricate/core/text';
import { type Input, pathWithin } from './inputs.ts';
import { messageOf } from './packs.ts';
import type { FailedFile } from './report.ts';
import { decode, positionAt, type SourceText, sourceText } from './source-text.ts';
import { settingsFor, type Workspaces } from './workspace.ts';

/** What the flags ask for; it comes before front matter and `rubricate.yaml`. */
export interface Asked {
  readonly question?: string;
  readonly rubrics?: readonly string[];
  readonly level?: string;
  readonly role?: string;
  /** Another pack to judge through, whatever pack the text's own question belongs to. */
  readonly as?: LensAsked;
  /** A pack whose verdict is set beside the first one. */
  readonly compare?: LensAsked;
}

export interface LensAsked {
  readonly pack: string;
  readonly level?: string;
}

export interface Judged {
  readonly ok: true;
  readonly path: string;
  readonly source: SourceText;
  readonly answer: Answer;
  readonly target: Target;
  readonly review: Review;
  /** Rubrics of the text that the pack asked for with `as` does not have. */
  readonly unknown: readonly string[];
  readonly comparison: LensComparison | undefined;
}

export interface NotReviewed extends FailedFile {
  readonly ok: false;
}

export interface Judging {
  readonly workspaces: Workspaces;
  readonly asked: Asked;
  readonly cwd: string;
}

/** Reads one input and reviews it, or says why not. Never throws for what is wrong with the input. */
export function judge(input: Input, { workspaces, asked, cwd }: Judging): Judged | NotReviewed {
  const { path } = input;
  const read = readInput(input);
  if (!('text' in read)) return { ok: false, path, error: read };
  const { text } = read;
  const file = input.kind === 'file' ? input.file : undefined;
  const workspace = workspaces.of(file ? dirname(file) : cwd);
  const answer = readAnswer(text);
  const source = sourceText(text);
  const settings = settingsFor(workspace, file);
  const found = findTarget(answer.frontMatter, workspace.library, { ...asked, workspace: settings });
  if (!found.ok) {
    const within = workspace.folder && file ? pathWithin(workspace.folder, file) : undefined;
    return {
      ok: false,
      path,
      error: explain(found.reason, {
        path,
        within,
        source,
        library: workspace.library,
        company: settings.company,
      }),
    };
  }
  const own = asked.as ? relens(found.target, asked.as, workspace.library) : { target: found.target, unknown: [] };
  if ('error' in own) return { ok: false, path, error: own.error };
  const review = reviewAnswer(answer, own.target);
  const other = asked.compare ? relens(own.target, asked.compare, workspace.library) : undefined;
  if (other && 'error' in other) return { ok: false, path, error: other.error };
  const comparison = other && compareLenses(review, reviewAnswer(answer, other.target));
  return { ok: true, path, source, answer, target: own.target, review, unknown: own.unknown, comparison };
}

function relens(
  target: Target,
  { pack, level }: LensAsked,
  library: Library,
): { readonly target: Target; readonly unknown: readonly string[] } | { readonly error: FailedFile['error'] } {
  const found = throughLens(target, library, pack, level);
  return found.ok ? found : { error: { code: 'unknown-lens', message: found.message } };
}

function readInput(input: Input): { readonly text: string } | FailedFile['error'] {
  if (input.kind === 'failed') return { code: input.code, message: input.message };
  try {
    // No character takes more than three bytes a UTF-16 unit: a larger file is over the limit before it is read.
    const size = input.kind === 'file' ? statSync(input.file).size : input.bytes.length;
    const text =
      size > 3 * sizeLimit ? undefined : decode(input.kind === 'file' ? readFileSync(input.file) : input.bytes);
    if (text !== undefined && text.length <= sizeLimit) return { text };
    const most = sizeLimit / 1e6;
    return {
      code: 'too-large',
      message: `This text has more than ${most} million characters, so it is not judged. Split it into one file an answer.`,
    };
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ENOENT') return { code: 'not-found', message: 'There is no such file.' };
    if (code === 'EACCES' || code === 'EPERM') return { code: 'unreadable', message: 'You may not read this file.' };
    return { code: 'unreadable', message: `This file cannot be read: ${messageOf(error)}` };
  }
}

interface Circumstances {
  readonly path: string;
  /** The path from the folder of the `rubricate.yaml` above it. */
  readonly within: string | undefined;
  readonly source: SourceText;
  readonly library: Library;
  readonly company: string | undefined;
}

function explain(reason: NotJudged, { path, within, source, library, company }: Circumstances): FailedFile['error'] {
  if (reason.code === 'no-target') {
    const piped = path.startsWith('<');
    const glob = within ?? path.slice(path.lastIndexOf('/') + 1);
    const { question, rubric } = examplesOf(library, company);
    return {
      code: reason.code,
      message: [
        'It names neither a question nor a rubric to judge it by.',
        'Do one of these:',
        '- put this at the top of the file:',
        '    ---',
        `    question: ${question}`,
        '    ---',
        `- name a rubric here: rubricate review ${piped ? '-' : quoted(path)} --rubric ${rubric}`,
        ...(piped
          ? []
          : [
              `- put this into ${within ? 'the' : 'a'} rubricate.yaml${within ? '' : ' beside it'}:`,
              '    rubrics:',
              `      "${glob}": [${rubric}]`,
            ]),
        'There is more to choose from: see rubricate questions.',
      ].join('\n'),
    };
  }
  const at = reason.range ? positionAt(source, reason.range.start) : {};
  return { code: reason.code, message: reason.message, ...at };
}

/** A question and a rubric that exist, of the company aimed at where that is known. */
function examplesOf(
  library: Library,
  company: string | undefined,
): { readonly question: string; readonly rubric: string } {
  const found = library.questions.find(({ pack }) => pack.company === company) ?? library.questions[0];
  return { question: found?.question.id ?? 'company/question', rubric: found?.question.rubrics[0] ?? 'system-design' };
}

function quoted(path: string): string {
  return /[^\w./@-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path;
}
