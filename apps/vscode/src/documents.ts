import { type Answer, readAnswer, sizeLimit, type TextChange } from '@rubricate/core/text';
import * as vscode from 'vscode';
import { judge, tooLarge } from './judge.ts';
import { isJudged } from './judged-documents.ts';
import type { LensChoices } from './lens/lens-choices.ts';
import { createSchedule, type Delays, type Schedule } from './schedule.ts';
import type { ConfigService, Judgement, PackService, ReviewService } from './services.ts';
import { section, settingsFor } from './settings.ts';
import { orderedChanges } from './text-changes.ts';

export interface Documents extends ReviewService, vscode.Disposable {
  /** Starts with the documents that are open and follows those that come. */
  start(): void;
}

export interface DocumentsOptions {
  readonly packs: PackService;
  readonly config: ConfigService;
  readonly lenses: LensChoices;
  readonly delays: Delays;
  readonly log: vscode.LogOutputChannel;
}

/** A text this short is not finished, however long it is left alone. */
const finishedWords = 300;

interface OpenDocument {
  readonly document: vscode.TextDocument;
  readonly schedule: Schedule;
  /** The text as last read, and the changes since. */
  answer: Answer | undefined;
  pending: TextChange[];
  judgement: Judgement | undefined;
  /** Counts what changes a judgement besides the text: packs, settings, a review asked for. */
  round: number;
  /** The one judgement under way, shared by all who wait for this version. */
  underWay:
    | { readonly version: number; readonly round: number; readonly promise: Promise<Judgement | undefined> }
    | undefined;
  restTimer: ReturnType<typeof setTimeout> | undefined;
  /** Left alone since the last change, or saved by hand. */
  rested: boolean;
  /** Once finished it stays so, whatever is mended: a hint goes when its cause goes, and not because somebody types. */
  finished: boolean;
  closed: boolean;
}

/** Keeps one judgement for each open Markdown document, version by version. */
export function createDocuments({ packs, config, lenses, delays, log }: DocumentsOptions): Documents {
  const open = new Map<string, OpenDocument>();
  const reviewed = new vscode.EventEmitter<Judgement>();
  const closed = new vscode.EventEmitter<vscode.Uri>();
  const subscriptions: vscode.Disposable[] = [reviewed, closed];

  const judgeNow = async (state: OpenDocument): Promise<Judgement | undefined> => {
    const { document } = state;
    const { version } = document;
    const { round } = state;
    const workspace = await config.settings(document.uri);
    const library = await packs.library(document.uri);
    if (state.closed) return undefined;
    // Typed on, or packs changed, meanwhile: what this would say is no longer so.
    if (document.version !== version || state.round !== round) return judgeVersion(state);
    const started = performance.now();
    const judgement = judgeText(state, (answer) =>
      judge({
        document,
        answer,
        library,
        workspace,
        enabled: settingsFor(document.uri).enable,
        lens: lenses.chosen(document.uri),
        isFinished: (words) => {
          if (state.rested && words >= finishedWords) state.finished = true;
          return state.finished;
        },
      }),
    );
    state.judgement = judgement;
    log.trace(`Judged ${document.uri.toString(true)} v${version} in ${(performance.now() - started).toFixed(1)} ms.`);
    reviewed.fire(judgement);
    return judgement;
  };

  const judgeVersion = (state: OpenDocument): Promise<Judgement | undefined> => {
    const { round } = state;
    const { version } = state.document;
    if (state.underWay?.version === version && state.underWay.round === round) return state.underWay.promise;
    const promise = judgeNow(state)
      .catch((error: unknown) => {
        log.error(`${state.document.uri.toString(true)} could not be judged: ${String(error)}`);
        return undefined;
      })
      .finally(() => {
        if (state.underWay?.promise === promise) state.underWay = undefined;
      });
    state.underWay = { version, round, promise };
    return promise;
  };

  const rested = (state: OpenDocument): void => {
    state.rested = true;
    if (state.finished) return;
    state.round++;
    void judgeVersion(state);
  };
  const restLater = (state: OpenDocument): void => {
    state.rested = false;
    if (state.restTimer !== undefined) clearTimeout(state.restTimer);
    state.restTimer = setTimeout(() => rested(state), delays.finished);
  };

  const opened = (document: vscode.TextDocument): OpenDocument | undefined => {
    const key = document.uri.toString();
    const known = open.get(key);
    if (known) return known;
    if (!isJudged(document) || document.isClosed) return undefined;
    const state: OpenDocument = {
      document,
      schedule: createSchedule(delays, () => void judgeVersion(state)),
      answer: undefined,
      pending: [],
      judgement: undefined,
      round: 0,
      underWay: undefined,
      restTimer: undefined,
      // What comes from a file as it was left has had its rest.
      rested: !document.isDirty && !document.isUntitled,
      finished: false,
      closed: false,
    };
    open.set(key, state);
    if (!state.rested) restLater(state);
    return state;
  };

  const changed = (event: vscode.TextDocumentChangeEvent): void => {
    const state = opened(event.document);
    if (!state || (event.contentChanges.length === 0 && state.judgement?.version === event.document.version)) return;
    if (state.answer) state.pending.push(...orderedChanges(event));
    restLater(state);
    state.schedule.touch();
  };

  const close = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const state = open.get(key);
    if (!state) return;
    state.closed = true;
    state.schedule.dispose();
    if (state.restTimer !== undefined) clearTimeout(state.restTimer);
    open.delete(key);
    closed.fire(document.uri);
  };

  const judgeAll = (): void => {
    for (const state of open.values()) {
      state.round++;
      state.schedule.now();
    }
  };

  return {
    onDidReview: reviewed.event,
    onDidClose: closed.event,
    current: (uri) => open.get(uri.toString())?.judgement,
    async review(uri) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      const state = document ? opened(document) : undefined;
      if (!state) return undefined;
      return state.judgement?.version === state.document.version && !state.underWay
        ? state.judgement
        : judgeVersion(state);
    },
    async reviewFinished(uri) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      const state = document ? opened(document) : undefined;
      if (!state) return undefined;
      state.finished = true;
      state.round++;
      return judgeVersion(state);
    },
    start() {
      for (const document of vscode.workspace.textDocuments) opened(document)?.schedule.touch();
      subscriptions.push(
        vscode.workspace.onDidOpenTextDocument((document) => opened(document)?.schedule.touch()),
        vscode.workspace.onDidChangeTextDocument(changed),
        vscode.workspace.onDidCloseTextDocument(close),
        vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
          const state = open.get(document.uri.toString());
          // A save that somebody asked for; one by a timer says nothing about being done.
          if (state && reason === vscode.TextDocumentSaveReason.Manual) rested(state);
        }),
        packs.onDidChange(judgeAll),
        config.onDidChange(judgeAll),
        lenses.onDidChange((uri) => {
          const state = open.get(uri.toString());
          if (!state) return;
          state.round++;
          void judgeVersion(state);
        }),
        vscode.workspace.onDidChangeConfiguration((event) => {
          if (event.affectsConfiguration(section)) judgeAll();
        }),
      );
    },
    dispose() {
      for (const { document } of [...open.values()]) close(document);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Brings the text up to date by what changed and judges it; what is too large is not even read. */
function judgeText(state: OpenDocument, judgeAnswer: (answer: Answer) => Judgement): Judgement {
  const { document } = state;
  const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  if (length > sizeLimit) {
    state.answer = undefined;
    state.pending = [];
    return tooLarge(document);
  }
  let answer = state.answer ? state.answer.edit(state.pending) : readAnswer(document.getText());
  // Changes that do not add up to the text (a change of line ends comes with none) are no reason to be wrong. The length
  // tells at every key; the whole text is compared only at rest, since joining it would cost more than judging the edit.
  const differs = answer.length !== length || (state.rested && answer.text !== document.getText());
  if (differs) answer = readAnswer(document.getText());
  state.answer = answer;
  state.pending = [];
  return judgeAnswer(answer);
}
