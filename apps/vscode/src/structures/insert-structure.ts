import type { Lens } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { ActiveAnswer } from '../active-answer.ts';
import { commandIds } from '../command-ids.ts';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { frameSnippet, structureSnippet } from './structure-snippet.ts';

interface Choice extends vscode.QuickPickItem {
  readonly snippet: string;
}

/** Inserts a structure or a sentence frame at the cursor, those that fit the answer's rubrics first. */
export function registerInsertStructure(
  context: vscode.ExtensionContext,
  services: Services,
  active: ActiveAnswer,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(commandIds.insertStructure, async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId !== 'markdown') {
        void messages.showInformationMessage(vscode.l10n.t('Open a Markdown answer first.'));
        return;
      }
      const { judgement } = active;
      const lens = judgement?.ok ? judgement.target.lens : await usualLens(services, editor.document.uri);
      const asked = judgement?.ok ? judgement.target.rubrics.flatMap(({ chain }) => chain) : [];
      const own = judgement?.ok ? judgement.target.question?.structure : undefined;
      const choice = await vscode.window.showQuickPick(lens ? choicesOf(lens, asked, own) : [], {
        title: vscode.l10n.t('Insert structure'),
        placeHolder: vscode.l10n.t('Choose the skeleton of an answer, or a sentence frame'),
        matchOnDescription: true,
        matchOnDetail: true,
      });
      if (choice) await editor.insertSnippet(new vscode.SnippetString(choice.snippet));
    }),
  );
}

/** The pack of the workspace's target, or the first there is. */
async function usualLens({ packs, config }: Services, uri: vscode.Uri): Promise<Lens | undefined> {
  const library = await packs.library(uri);
  const { company, role } = (await config.settings(uri))?.config ?? {};
  const pack = (company ? library.packFor(company, role) : undefined) ?? library.packs[0];
  return pack ? library.lens(pack.id) : undefined;
}

function choicesOf({ structures, frames }: Lens, asked: readonly string[], own: string | undefined): readonly Choice[] {
  const fits = (rubrics: readonly string[] | undefined): boolean =>
    rubrics?.some((rubric) => asked.includes(rubric)) === true;
  const rank = (id: string, rubrics: readonly string[] | undefined): number => (id === own ? 0 : fits(rubrics) ? 1 : 2);
  const skeletons = [...structures]
    .sort((a, b) => rank(a.id, a.rubrics) - rank(b.id, b.rubrics))
    .map((structure) => ({
      label: structure.title,
      description: structure.prefix,
      detail: structure.about,
      snippet: structureSnippet(structure),
    }));
  const sentences = frames.map((frame) => ({
    label: frame.title,
    description: frame.prefix,
    detail: frame.about,
    snippet: frameSnippet(frame),
  }));
  const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator, snippet: '' });
  return [heading(vscode.l10n.t('Structures')), ...skeletons, heading(vscode.l10n.t('Sentence frames')), ...sentences];
}
