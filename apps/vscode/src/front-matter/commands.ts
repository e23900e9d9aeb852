import type { Library } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from '../active-answer.ts';
import { commandIds } from '../command-ids.ts';
import { toRange } from '../hints.ts';
import { messages } from '../messages.ts';
import { ownTarget, type Services } from '../services.ts';
import { levelTitle, readingName } from '../wording.ts';
import { setKeys } from './set-keys.ts';

/** Writes front matter for those who do not want to: what is answered, and at which level. */
export function registerFrontMatterCommands(
  context: vscode.ExtensionContext,
  services: Services,
  active: ActiveAnswer,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(commandIds.addFrontMatter, () => addFrontMatter(services)),
    vscode.commands.registerCommand(commandIds.switchLevel, async (asked?: string) => {
      const judged = await judgedNow(active, services.reviews);
      if (!judged) return;
      const { lens, level } = ownTarget(judged);
      const chosen = asked ?? (await pickLevel(lens.levels, level));
      if (chosen !== undefined) await write(judged.document, { level: chosen });
    }),
  );
}

async function addFrontMatter({ packs, config }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    void messages.showInformationMessage(vscode.l10n.t('Open a Markdown file first: front matter stands at its top.'));
    return;
  }
  const library = await packs.library(document.uri);
  const workspace = (await config.settings(document.uri))?.config;
  const choice = await pickTarget(library, workspace?.company);
  if (!choice) return;
  const level = await pickLevel(library.lens(choice.pack)?.levels ?? [], workspace?.level);
  if (level === undefined) return;
  await write(document, { ...choice.keys, level });
}

interface TargetChoice extends vscode.QuickPickItem {
  readonly pack: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** A question of a pack, those of the company aimed at first; or a rubric, for a text that answers none. */
async function pickTarget(library: Library, company: string | undefined): Promise<TargetChoice | undefined> {
  const packs = [...library.packs].sort((a, b) => Number(b.company === company) - Number(a.company === company));
  const heading = (label: string): TargetChoice => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    pack: '',
    keys: {},
  });
  const questions = packs.flatMap((pack) => {
    const own = library.questions.filter((found) => found.pack === pack);
    if (own.length === 0) return [];
    const items = own.map(({ question }) => ({
      label: question.title,
      description: vscode.l10n.t('{0} · {1} minutes', question.id, question.minutes),
      detail: question.prompt,
      pack: pack.id,
      keys: { question: question.id, ...(library.question(question.id).length > 1 ? { role: pack.role } : {}) },
    }));
    return [heading(pack.title), ...items];
  });
  const rubrics = packs.flatMap((pack) =>
    (pack.rubrics ?? []).map((rubric) => ({
      label: rubric.title,
      description: rubric.id,
      detail: rubric.about,
      pack: pack.id,
      keys: { rubric: `[${rubric.id}]` },
    })),
  );
  return vscode.window.showQuickPick(
    [...questions, heading(vscode.l10n.t('Rubrics, for a text that answers no question')), ...rubrics],
    {
      title: vscode.l10n.t('Add front matter'),
      placeHolder: vscode.l10n.t('Choose the question this text answers'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
}

async function pickLevel(
  levels: readonly {
    readonly id: string;
    readonly title: string;
    readonly bar: 'mid' | 'senior' | 'staff';
    readonly summary: string;
  }[],
  current: string | undefined,
): Promise<string | undefined> {
  const items = levels.map(({ id, title, bar, summary }) => ({
    label: levelTitle({ id, title }),
    description: [readingName(bar), ...(id === current ? [vscode.l10n.t('current')] : [])].join(' · '),
    detail: summary,
    id,
  }));
  // The level that holds now is the first to be offered, so that Enter keeps it.
  items.sort((a, b) => Number(b.id === current) - Number(a.id === current));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Level'),
    placeHolder: vscode.l10n.t('Choose the level this text aims at'),
  });
  return choice?.id;
}

async function write(document: vscode.TextDocument, keys: Readonly<Record<string, string>>): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const change of setKeys(readAnswer(document.getText()), keys))
    edit.replace(document.uri, toRange(document, change), change.insert);
  await vscode.workspace.applyEdit(edit);
}
