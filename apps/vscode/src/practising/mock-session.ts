import {
  attemptTimesOf,
  clockOf,
  extendMock,
  finishMock,
  headingAt,
  type Mock,
  nextPhase,
  noTimes,
  noteEdit,
  pauseMock,
  phasesOf,
  resumeMock,
  startMock,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import { practiceIds } from '../practice/ids.ts';
import { mockStatus } from './mock-status.ts';
import { type KeptMock, keptMock } from './mock-store.ts';
import type { MockStep, PractisingHost } from './practising.ts';
import { mockKey } from './practising.ts';

/** The interview of this window, if one is under way. */
export interface MockSession extends vscode.Disposable {
  /** The address of the answer that is being written. */
  readonly document: string | undefined;
  readonly isPaused: boolean;
  start(question: string): Promise<void>;
  step(step: Step): Promise<void>;
}

/** What changes an interview. */
export type Step = Exclude<MockStep, 'actions'>;

export const extensionMinutes = 5;

/** While somebody types, the state is written at most this often; the clock itself needs no writing. */
const keepMs = 5_000;

const contextKey = 'rubricate.mock';

/** Runs mock interviews: the clock, what is hidden, and where the time goes. Takes up one that a reload interrupted. */
export function mockSession({ context, reviews, question: find, log }: PractisingHost): MockSession {
  const status = mockStatus();
  let kept: KeptMock | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  const keep = (): void => {
    if (keeping !== undefined) clearTimeout(keeping);
    keeping = undefined;
    void context.workspaceState.update(mockKey, kept);
  };
  const keepSoon = (): void => {
    keeping ??= setTimeout(keep, keepMs);
  };
  const tell = (): void => {
    if (!kept) return;
    const now = Date.now();
    status.show(kept, now);
    if (kept.told || clockOf(kept.mock, now).left > 0) return;
    kept = { ...kept, told: true };
    keep();
    void sayTimeIsUp();
  };
  /** Takes up an interview, or none. */
  const set = (next: KeptMock | undefined): void => {
    if (kept && kept.document !== next?.document) reviews.setHushed(vscode.Uri.parse(kept.document, true), false);
    kept = next;
    if (next) reviews.setHushed(vscode.Uri.parse(next.document, true), true);
    keep();
    const state = next ? clockOf(next.mock, Date.now()).state : '';
    void vscode.commands.executeCommand('setContext', contextKey, state);
    const isRunning = state === 'running';
    if (!isRunning && ticking !== undefined) {
      clearInterval(ticking);
      ticking = undefined;
    } else if (isRunning) ticking ??= setInterval(tell, 1_000);
    if (next) tell();
    else status.hide();
  };
  const change = (by: (mock: Mock, now: number) => Mock): void => {
    if (!kept) return;
    const mock = by(kept.mock, Date.now());
    // More time: it may be up once more.
    set({ ...kept, mock, told: kept.told && clockOf(mock, Date.now()).left <= 0 });
  };

  const finish = async (): Promise<void> => {
    if (!kept) return;
    const { document, mock, times, heading } = kept;
    const now = Date.now();
    const spent = attemptTimesOf(finishMock(mock, now), times, heading, now);
    let editor: vscode.TextEditor;
    try {
      const opened = await vscode.workspace.openTextDocument(vscode.Uri.parse(document, true));
      editor = await vscode.window.showTextDocument(opened);
    } catch (error) {
      log.warn(`The answer of a mock interview could not be opened: ${String(error)}`);
      void messages.showWarningMessage(
        vscode.l10n.t(
          'The answer of this interview cannot be opened, so nothing can be recorded. Put the file back, or abandon the interview.',
        ),
      );
      return;
    }
    set(undefined);
    await vscode.commands.executeCommand(practiceIds.recordAttempt, {
      document: editor.document.uri.toString(),
      times: spent,
    });
  };
  const abandon = async (): Promise<void> => {
    const before = kept;
    if (!before) return;
    set(undefined);
    const back = vscode.l10n.t('Take it back');
    const choice = await messages.showInformationMessage(
      vscode.l10n.t('The mock interview was abandoned, and nothing was recorded. Your text is as it was.'),
      back,
    );
    if (choice === back && !kept) set(before);
  };
  const steps: Readonly<Record<Step, () => void | Promise<void>>> = {
    pause: () => change(pauseMock),
    resume: () => change(resumeMock),
    extend: () => change((mock, now) => extendMock(mock, extensionMinutes, now)),
    next: () => change(nextPhase),
    finish,
    abandon,
  };

  const edited = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [first] }) => {
    if (!kept || !first || document.uri.toString() !== kept.document) return;
    const { state, spent } = clockOf(kept.mock, Date.now());
    const heading = headingAt(document.getText(), first.rangeOffset);
    // What is written while the clock stands still takes no time.
    kept = { ...kept, heading, ...(state === 'running' ? { times: noteEdit(kept.times, heading, spent) } : {}) };
    keepSoon();
  });
  const interrupted = keptMock(context.workspaceState);
  if (interrupted) set(interrupted);
  return {
    get document() {
      return kept?.document;
    },
    get isPaused() {
      return kept !== undefined && kept.mock.since === undefined;
    },
    async start(id) {
      const found = await find(id);
      const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(practiceIds.newAnswer, id);
      if (!found || !uri) return;
      const { question, lens } = found;
      set({
        document: uri.toString(),
        title: question.title,
        mock: startMock(question.id, phasesOf(question, lens), Date.now()),
        times: noTimes,
        heading: '',
        told: false,
      });
    },
    async step(step) {
      if (kept) return steps[step]();
      void messages.showInformationMessage(vscode.l10n.t('No mock interview is under way.'));
    },
    dispose() {
      if (keeping !== undefined) keep();
      if (ticking !== undefined) clearInterval(ticking);
      edited.dispose();
      status.dispose();
    },
  };
}

async function sayTimeIsUp(): Promise<void> {
  const end = vscode.l10n.t('Finish and review');
  const more = vscode.l10n.t('{0} minutes more', extensionMinutes);
  const choice = await messages.showInformationMessage(vscode.l10n.t('Time is up.'), end, more);
  if (choice === end) await vscode.commands.executeCommand(practiceIds.mockFinish);
  if (choice === more) await vscode.commands.executeCommand(practiceIds.mockExtend);
}
