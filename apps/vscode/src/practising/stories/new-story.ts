import { levelFor, storyId, storyMatrix, storyTemplate } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { targetOf, type WorkspaceTarget } from '../../practice/target.ts';
import { writeNew } from '../../practice/write-new.ts';
import { storyFolders } from './read-stories.ts';

/** What a new story is about, where that is known already. */
export interface NewStory {
  readonly question?: string | undefined;
  readonly title?: string | undefined;
}

/** The row of a question, or what a caller gives outright. */
export function newStoryOf(asked: unknown): NewStory {
  if (typeof asked !== 'object' || asked === null) return {};
  const given: Readonly<Record<string, unknown>> = { ...asked };
  const text = (key: string): string | undefined => (typeof given[key] === 'string' ? given[key] : undefined);
  return { question: text('question'), title: text('title') };
}

/** More files of one name than anybody makes. */
const mostFiles = 100;

/** Starts a story: a file in the folder of stories, or an untitled document where no folder is open. */
export async function newStory(workspace: WorkspaceTarget, asked: NewStory): Promise<vscode.Uri | undefined> {
  const { library } = workspace;
  const target = targetOf(workspace);
  // With no story there is every slot, and which pack judges them.
  const matrix = storyMatrix({ files: [], library, target });
  const pack =
    target?.pack ??
    library.packs.find(({ id }) => [...(library.lens(id)?.rubrics.values() ?? [])].some(({ story }) => story));
  const lens = pack && library.lens(pack.id);
  if (!matrix || !lens) {
    void messages.showInformationMessage(vscode.l10n.t('No pack that is loaded judges stories.'));
    return undefined;
  }
  const slots = matrix.slots.map(({ question, task }) => ({ question, task }));
  const known = slots.find(({ question }) => question.id === asked.question)?.question;
  const choice = known ? { question: known } : await pick(slots);
  if (!choice) return undefined;
  const title = asked.title ?? (await askTitle());
  if (title === undefined) return undefined;
  const level = levelFor(lens, target && { level: target.level.id, bar: target.level.bar });
  const make = (id: string) => storyTemplate({ id, title, lens, level, question: choice.question });
  const opened = await write(storyFolders(workspace)[0], storyId(title), (id) => make(id)?.text ?? '');
  const editor = await vscode.window.showTextDocument(opened.document, { preview: false });
  const cursor = opened.document.positionAt(make(opened.id)?.cursor ?? 0);
  editor.selection = new vscode.Selection(cursor, cursor);
  return opened.document.uri;
}

interface Slot {
  readonly question: NonNullable<Parameters<typeof storyTemplate>[0]['question']>;
  readonly task: string | undefined;
}

async function pick(slots: readonly Slot[]): Promise<{ readonly question: Slot['question'] | undefined } | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly question?: Slot['question'] })[] = [
    ...slots.map(({ question, task }) => ({
      label: question.title,
      description: task === undefined ? '' : vscode.l10n.t('asked for by the plan'),
      detail: question.prompt,
      question,
    })),
    { label: vscode.l10n.t('For no question in particular') },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New story (1 of 2)'),
    placeHolder: vscode.l10n.t('Choose the question it is to answer'),
    matchOnDetail: true,
  });
  return choice && { question: choice.question };
}

async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New story (2 of 2)'),
    prompt: vscode.l10n.t('A short title, by which you will remember it'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A title is needed.') : undefined),
  });
  return title?.replace(/\s+/g, ' ').trim();
}

async function write(
  folder: vscode.Uri | undefined,
  id: string,
  text: (id: string) => string,
): Promise<{ readonly id: string; readonly document: vscode.TextDocument }> {
  if (folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) !== false) {
    await vscode.workspace.fs.createDirectory(folder);
    for (let number = 1; number <= mostFiles; number++) {
      const name = number === 1 ? id : `${id}-${number}`;
      const file = vscode.Uri.joinPath(folder, `${name}.md`);
      if (await writeNew(file, text(name)))
        return { id: name, document: await vscode.workspace.openTextDocument(file) };
    }
  }
  return { id, document: await vscode.workspace.openTextDocument({ language: 'markdown', content: text(id) }) };
}
