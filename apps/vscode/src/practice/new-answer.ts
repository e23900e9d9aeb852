import { answerFileName, answerTemplate, levelFor } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { practiceIds } from './ids.ts';
import type { Journal } from './journal.ts';
import { findQuestion, pickQuestion } from './questions.ts';
import { folderOf, targetOf, workspaceTarget } from './target.ts';
import { writeNew } from './write-new.ts';

/** More answers to one question in one folder than anybody writes; a bound for a file system that always says "exists". */
const mostFiles = 1_000;

/** Starts an answer: a new file, or an untitled document where no folder is open. The command gives its address. */
export function registerNewAnswer(context: vscode.ExtensionContext, services: Services, journal: Journal): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(practiceIds.newAnswer, (asked?: unknown) =>
      newAnswer(services, journal, questionOf(asked), folderOf(asked)),
    ),
  );
}

/** The question a command is for: its id, or a row of the progress tree whose menu ran it. */
export function questionOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null || !('question' in asked)) return undefined;
  return typeof asked.question === 'string' ? asked.question : undefined;
}

async function newAnswer(
  services: Services,
  journal: Journal,
  id: string | undefined,
  scope: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const workspace = await workspaceTarget(services, scope);
  const target = targetOf(workspace);
  const chosen =
    id === undefined ? await pickQuestion(workspace, journal) : findQuestion(id, workspace.library, target?.pack);
  if (!chosen) {
    if (id !== undefined)
      void messages.showWarningMessage(vscode.l10n.t('No pack that is loaded has the question {0}.', id));
    return undefined;
  }
  const { question, pack } = chosen;
  const lens = workspace.library.lens(pack.id);
  if (!lens) {
    void messages.showWarningMessage(
      vscode.l10n.t('The pack "{0}" cannot be used; its problems are marked in its files.', pack.title),
    );
    return undefined;
  }
  const template = answerTemplate({
    question,
    lens,
    level: levelFor(lens, target && { level: target.level.id, bar: target.level.bar }),
    role: workspace.library.question(question.id).length > 1 ? pack.role : undefined,
  });
  const folder = workspace.settings?.folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const document = await open(folder, question.id, template.text);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const cursor = document.positionAt(template.cursor);
  editor.selection = new vscode.Selection(cursor, cursor);
  editor.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return document.uri;
}

async function open(folder: vscode.Uri | undefined, question: string, text: string): Promise<vscode.TextDocument> {
  const untitled = (): Thenable<vscode.TextDocument> =>
    vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  if (!folder) return untitled();
  try {
    return await vscode.workspace.openTextDocument(await writeAnswer(folder, question, text));
  } catch (error) {
    void messages.showWarningMessage(
      vscode.l10n.t(
        'No file could be made in {0}, so the answer is a document that is not saved yet. {1}',
        vscode.workspace.asRelativePath(folder),
        error instanceof Error ? error.message : String(error),
      ),
    );
    return untitled();
  }
}

async function writeAnswer(folder: vscode.Uri, question: string, text: string): Promise<vscode.Uri> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    throw new Error(vscode.l10n.t('The file system of this folder cannot be written to.'));
  }
  for (let attempt = 1; attempt <= mostFiles; attempt++) {
    const file = vscode.Uri.joinPath(folder, answerFileName(question, attempt));
    if (await writeNew(file, text)) return file;
  }
  throw new Error(vscode.l10n.t('There are {0} answers to this question already.', mostFiles));
}
