import { debriefHtml, debriefMarkdown, debriefPage } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import type { DebriefHost } from './debrief.ts';
import { debriefWords } from './debrief-words.ts';
import { answerInView, reportOfAnswer } from './report.ts';

type Form = 'markdown' | 'html';

/** What a test or another extension may ask for outright: the form, and the file to write. */
interface Asked {
  readonly form: Form;
  readonly file: string;
}

function isAsked(asked: unknown): asked is Asked {
  return typeof asked === 'object' && asked !== null && 'form' in asked && 'file' in asked;
}

/** "Export Debrief…": one file, Markdown or HTML, that can be handed on. */
export async function exportDebrief(host: DebriefHost, asked: unknown): Promise<vscode.Uri | undefined> {
  const answer = answerInView();
  const report = answer
    ? await reportOfAnswer(host, answer)
    : { problem: vscode.l10n.t('Open a Markdown answer first.') };
  if ('problem' in report) {
    void messages.showInformationMessage(report.problem);
    return undefined;
  }
  const form = isAsked(asked) ? asked.form : await pickForm();
  if (!form) return undefined;
  const file = isAsked(asked) ? vscode.Uri.parse(asked.file, true) : await pickFile(report.source, form);
  if (!file) return undefined;
  const words = debriefWords();
  const page = debriefPage(report.debrief, words);
  const text = form === 'html' ? debriefHtml(page, words) : debriefMarkdown(page);
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void messages.showErrorMessage(vscode.l10n.t('The debrief could not be written: {0}', reason));
    return undefined;
  }
  void offerToOpen(file, form);
  return file;
}

async function pickForm(): Promise<Form | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly form: Form })[] = [
    { label: 'Markdown', detail: vscode.l10n.t('For notes, a pull request or another tool.'), form: 'markdown' },
    { label: 'HTML', detail: vscode.l10n.t('One page with the trend picture, for a browser or paper.'), form: 'html' },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export debrief'),
    placeHolder: vscode.l10n.t('Choose how to write it'),
  });
  return choice?.form;
}

/** The file dialog asks before it takes a name that exists. */
function pickFile(source: vscode.Uri, form: Form): Thenable<vscode.Uri | undefined> {
  const extension = form === 'html' ? 'html' : 'md';
  const path = source.path.replace(/\.[^./]*$/, '');
  const base = source.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : undefined;
  const name = `${path.slice(path.lastIndexOf('/') + 1)}.debrief.${extension}`;
  const defaultUri =
    source.scheme === 'untitled'
      ? base && vscode.Uri.joinPath(base, name)
      : source.with({ path: `${path}.debrief.${extension}` });
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export debrief'),
    filters: form === 'html' ? { HTML: ['html'] } : { Markdown: ['md'] },
    ...(defaultUri ? { defaultUri } : {}),
  });
}

async function offerToOpen(file: vscode.Uri, form: Form): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('The debrief was written to {0}.', vscode.workspace.asRelativePath(file));
  if ((await messages.showInformationMessage(message, open)) !== open) return;
  // A browser shows a page; where none can reach the file, the editor shows its text.
  if (form === 'html' && file.scheme === 'file' && (await vscode.env.openExternal(file))) return;
  await vscode.commands.executeCommand('vscode.open', file);
}
