import type { Pack, Question } from '@rubricate/core/model';
import { type Outline, outlineOf, type QuestionProgress } from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { Journal } from './journal.ts';
import { targetOf, type WorkspaceTarget } from './target.ts';

export interface ChosenQuestion {
  readonly question: Question;
  readonly pack: Pack;
}

interface QuestionItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenQuestion;
}

/** Chooses a question: those of the target by round, in the order of its loop, then those of the other packs. */
export async function pickQuestion(
  workspace: WorkspaceTarget,
  journal: Journal,
  title = vscode.l10n.t('New answer'),
): Promise<ChosenQuestion | undefined> {
  const target = targetOf(workspace);
  const { packs } = workspace.library;
  const outline = outlineOf({
    packs,
    target: target && { pack: target.pack, level: target.level.id },
    progress: (await journal.read()).progress,
  });
  const items = [...ofTarget(outline), ...ofOthers(packs, outline)];
  const choice = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose the question to answer'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return choice?.chosen;
}

function ofTarget({ rounds, groups }: Outline): readonly QuestionItem[] {
  return [
    ...rounds.flatMap(({ round, questions }) => group(round.title, questions.flatMap(progressItem))),
    ...groups
      .filter(({ kind }) => kind !== 'elsewhere')
      .flatMap(({ kind, pack, questions }) =>
        group(
          kind === 'other-rounds' ? vscode.l10n.t('Rounds of other levels') : (pack?.title ?? ''),
          questions.flatMap(progressItem),
        ),
      ),
  ];
}

function ofOthers(packs: readonly Pack[], { rounds, groups }: Outline): readonly QuestionItem[] {
  const shown = new Set(
    [...rounds, ...groups.filter(({ kind }) => kind !== 'elsewhere')].flatMap(({ questions }) =>
      questions.map(({ id, pack }) => `${pack?.id} ${id}`),
    ),
  );
  return packs.flatMap((pack) =>
    group(
      pack.title,
      (pack.questions ?? [])
        .filter(({ id }) => !shown.has(`${pack.id} ${id}`))
        .map((question) => item({ question, pack }, [])),
    ),
  );
}

function group(label: string, items: readonly QuestionItem[]): readonly QuestionItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function progressItem({ question, pack, attempts }: QuestionProgress): readonly QuestionItem[] {
  if (!question || !pack) return [];
  const attempted =
    attempts.length === 0
      ? []
      : [attempts.length === 1 ? vscode.l10n.t('1 attempt') : vscode.l10n.t('{0} attempts', attempts.length)];
  return [item({ question, pack }, attempted)];
}

function item(chosen: ChosenQuestion, notes: readonly string[]): QuestionItem {
  const { question } = chosen;
  return {
    label: question.title,
    description: [vscode.l10n.t('{0} min', question.minutes), ...notes].join(' · '),
    detail: question.prompt,
    chosen,
  };
}

/** A question by its id, of the target's pack where several packs have it. */
export function findQuestion(id: string, library: Library, preferred: Pack | undefined): ChosenQuestion | undefined {
  const found = library.question(id);
  return found.find(({ pack }) => pack.id === preferred?.id) ?? found[0];
}
