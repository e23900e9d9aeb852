// The entry of dist/practising.js; `index.ts` loads it.
import * as vscode from 'vscode';
import { practiceIds } from '../practice/ids.ts';
import { chooseQuestion } from './choose.ts';
import { openExample } from './example.ts';
import { extensionMinutes, mockSession, type Step } from './mock-session.ts';
import type { Practising, PractisingHost } from './practising.ts';
import { matrixPage } from './stories/matrix-page.ts';
import { newStory, newStoryOf } from './stories/new-story.ts';
import { readMatrix } from './stories/read-stories.ts';
import { storiesRow, storyFileOf } from './stories/story-rows.ts';

export function createPractising(host: PractisingHost): Practising {
  const session = mockSession(host);
  host.context.subscriptions.push(session);
  return {
    async practise(asked) {
      const id = asked ?? (await chooseQuestion(host, vscode.l10n.t('Practise a question')));
      if (id !== undefined) await vscode.commands.executeCommand(practiceIds.newAnswer, id);
    },
    async mock(asked) {
      if (session.document !== undefined) return actions(session.document);
      const id = asked ?? (await chooseQuestion(host, vscode.l10n.t('Mock interview')));
      if (id !== undefined) await session.start(id);
    },
    async mockStep(step) {
      if (step !== 'actions') return session.step(step);
      if (session.document === undefined) return session.step('finish');
      return actions(session.document);
    },
    openExample: () => openExample(host.context.extensionUri),
    newStory: async (asked) => newStory(await host.workspace(), newStoryOf(asked)),
    async openStory(asked) {
      const file = storyFileOf(asked);
      if (file) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    },
    async storyRows() {
      if (!vscode.workspace.workspaceFolders?.length) return [];
      const matrix = await readMatrix(await host.workspace());
      return matrix ? [storiesRow(matrix)] : [];
    },
    storyPage: async () => matrixPage(await readMatrix(await host.workspace())),
  };

  /** What can be done now, for whoever clicks the countdown. */
  async function actions(document: string): Promise<void> {
    const items: readonly (vscode.QuickPickItem & { readonly step: Step | 'show' })[] = [
      { label: `$(go-to-file) ${vscode.l10n.t('Go to the answer')}`, step: 'show' },
      session.isPaused
        ? { label: `$(debug-start) ${vscode.l10n.t('Resume')}`, step: 'resume' }
        : { label: `$(debug-pause) ${vscode.l10n.t('Pause')}`, step: 'pause' },
      { label: `$(debug-step-over) ${vscode.l10n.t('Next phase')}`, step: 'next' },
      { label: `$(add) ${vscode.l10n.t('{0} minutes more', extensionMinutes)}`, step: 'extend' },
      {
        label: `$(check) ${vscode.l10n.t('Finish and review')}`,
        detail: vscode.l10n.t('Records the attempt with its times, and shows what was found.'),
        step: 'finish',
      },
      {
        label: `$(trash) ${vscode.l10n.t('Abandon')}`,
        detail: vscode.l10n.t('Records nothing. Your text stays as it is.'),
        step: 'abandon',
      },
    ];
    const choice = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Mock interview'),
      placeHolder: vscode.l10n.t('Choose what to do'),
      ignoreFocusOut: true,
    });
    if (!choice) return;
    if (choice.step !== 'show') return session.step(choice.step);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.parse(document, true)));
  }
}
