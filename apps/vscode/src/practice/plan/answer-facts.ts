import * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import type { AnswerFacts } from './planning.ts';

/** What is judged of an open document, and by what; undefined for what is no answer. */
export async function answerFacts(uri: vscode.Uri, { reviews, config }: Services): Promise<AnswerFacts | undefined> {
  const judgement = await reviews.review(uri);
  if (!judgement) return undefined;
  const folder = (await config.settings(uri))?.folder.path.replace(/\/?$/, '/');
  const facts = {
    path: vscode.workspace.asRelativePath(uri),
    underConfig: folder !== undefined && uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined,
  };
  if (!judgement.ok) return { ...facts, judged: { ok: false, reason: judgement.reason.message } };
  const { target, answer, otherLens } = judgement;
  return {
    ...facts,
    judged: {
      ok: true,
      question: target.question?.id,
      pack: target.lens.pack.title,
      level: target.level,
      rubrics: target.rubrics.map(({ id }) => id),
      ownKeys: (answer.frontMatter?.entries ?? []).map(({ key }) => key),
      otherLens: otherLens !== undefined,
    },
  };
}
