import { agentReview, type ReviewRequest, readRequest } from '@rubricate/core/labs/opinion';
import { findTarget, type Review, reviewAnswer } from '@rubricate/core/review';
import { readAnswer, sizeLimit } from '@rubricate/core/text';
import * as vscode from 'vscode';
import { answerInView } from '../../debrief/report.ts';
import { workspaceTarget } from '../../judge.ts';
import { isJudged } from '../../judged-documents.ts';
import { escapeMarkdown } from '../../wording.ts';
import type { LabHost } from '../lab.ts';
import type { OpinionLab } from './opinion.ts';

/** A text that an agent wants reviewed, and whose settings hold for it. */
interface Subject {
  readonly text: string;
  /** The file it stands in; undefined for a text that the agent passes. */
  readonly uri: vscode.Uri | undefined;
}

/**
 * The local review as a tool. The review sends nothing; its result goes to the agent that asked, which the user is told
 * and agrees to first. What is refused is said in words that an agent can act on.
 */
export function reviewTool(host: LabHost): OpinionLab['tool'] {
  return {
    prepareInvocation({ input }) {
      const { text, uri } = readRequest(input) ?? {};
      const name =
        text !== undefined
          ? vscode.l10n.t('the text it passes')
          : (uri ?? answerInView()?.path.split('/').at(-1) ?? vscode.l10n.t('the active answer'));
      const message = vscode.l10n.t(
        'Rubricate reviews {0} on this machine. The agent that asks gets the result, with words of the answer in it.',
        name,
      );
      return {
        invocationMessage: plainText(vscode.l10n.t('Reviewing {0} with Rubricate', name)),
        confirmationMessages: {
          title: vscode.l10n.t('Review an answer with Rubricate?'),
          message: plainText(message),
        },
      };
    },
    async invoke({ input, tokenizationOptions: budget }, token) {
      if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t('The review is a tool only in a trusted folder.'));
      const request = readRequest(input);
      if (!request) throw new Error(vscode.l10n.t('Takes uri, text, question, rubric and level, each a text.'));
      const { review, text } = await reviewed(host, request);
      const whole = agentReview(review, text);
      const isLong = budget && (await budget.countTokens(whole, token)) > budget.tokenBudget;
      const result = isLong ? agentReview(review, text, true) : whole;
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(result)]);
    },
  };
}

/** A name that an agent gives becomes no link and no mark-up. */
function plainText(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString(escapeMarkdown(text));
}

async function reviewed(
  host: LabHost,
  input: ReviewRequest,
): Promise<{ readonly review: Review; readonly text: string }> {
  const { packs, config } = host.services;
  const { text, uri } = await subjectOf(host, input);
  if (text.length > sizeLimit) throw tooLarge();
  const answer = readAnswer(text);
  const settings = await config.settings(uri);
  const found = findTarget(answer.frontMatter, await packs.library(uri), {
    ...(input.question === undefined ? {} : { question: input.question }),
    ...(input.rubric === undefined ? {} : { rubrics: [input.rubric] }),
    ...(input.level === undefined ? {} : { level: input.level }),
    workspace: workspaceTarget(uri, settings),
  });
  if (!found.ok) throw new Error(found.reason.message);
  return { review: reviewAnswer(answer, found.target), text };
}

async function subjectOf(host: LabHost, { uri: named, text }: ReviewRequest): Promise<Subject> {
  if (text !== undefined) {
    if (named !== undefined) throw new Error(vscode.l10n.t('Give a uri or a text, not both.'));
    return { text, uri: undefined };
  }
  const uri = named === undefined ? answerInView() : await fileNamed(named);
  if (!uri) throw new Error(vscode.l10n.t('No answer is open. Give the uri of a Markdown file, or a text.'));
  if (uri.scheme !== 'untitled' && !vscode.workspace.getWorkspaceFolder(uri))
    throw new Error(vscode.l10n.t('{0} is outside the workspace, so it is not read.', uri.toString(true)));
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open ? !isJudged(open) : !/\.(?:md|markdown)$/i.test(uri.path))
    throw new Error(vscode.l10n.t('{0} is no Markdown.', uri.toString(true)));
  if (!open) return { text: await textOf(uri), uri };
  const judgement = await host.reviews.review(uri);
  // In a mock interview nobody is told what is found, an agent least of all.
  if (judgement && !judgement.ok && judgement.reason.code === 'mock') throw new Error(judgement.reason.message);
  return { text: open.getText(), uri };
}

/** A file by its address, its path, or its path from a folder of the workspace, with `..` resolved. */
async function fileNamed(name: string): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (/^[a-z][a-z\d+.-]+:/i.test(name)) return vscode.Uri.joinPath(vscode.Uri.parse(name, true), '.');
  if (/^(?:[/\\]|[a-z]:)/i.test(name)) {
    const path = vscode.Uri.file(name).path;
    return vscode.Uri.joinPath(folders[0]?.with({ path }) ?? vscode.Uri.file(name), '.');
  }
  const places = folders.map((folder) => vscode.Uri.joinPath(folder, name));
  for (const place of places) {
    const isThere = await vscode.workspace.fs.stat(place).then(
      () => true,
      () => false,
    );
    if (isThere && vscode.workspace.getWorkspaceFolder(place)) return place;
  }
  return places[0];
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const problem = new Error(vscode.l10n.t('{0} cannot be read.', uri.toString(true)));
  const { size } = await vscode.workspace.fs.stat(uri).then(undefined, () => Promise.reject(problem));
  // A character takes up to four bytes; what is longer than that allows is not read at all.
  if (size > 4 * sizeLimit) throw tooLarge();
  const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => Promise.reject(problem));
  return new TextDecoder().decode(bytes);
}

function tooLarge(): Error {
  return new Error(
    vscode.l10n.t('This text is larger than {0} MB, so Rubricate leaves it alone.', sizeLimit / 1_000_000),
  );
}
