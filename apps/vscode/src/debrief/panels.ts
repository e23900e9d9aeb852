import { debriefHtml, debriefPage } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { isJudged } from '../judged-documents.ts';
import { randomId } from '../practice/write-new.ts';
import { attemptAsked, attemptsNow, findAttempt, questionAsked } from './attempts.ts';
import type { DebriefHost } from './debrief.ts';
import { debriefWords } from './debrief-words.ts';
import { panelScript, panelStyle } from './panel-page.ts';
import { answerInView, type Report, type Reported, reportOfAnswer, reportOfAttempt } from './report.ts';

/** A report is read, not watched: it need not follow every key. */
const pauseMs = 400;

export interface DebriefPanels extends vscode.Disposable {
  show(asked: unknown): Promise<void>;
}

interface Open {
  readonly panel: vscode.WebviewPanel;
  refresh(): Promise<void>;
}

/** The windows with reports, one for each answer or attempt. That of an answer follows what is written. */
export function debriefPanels(host: DebriefHost): DebriefPanels {
  const open = new Map<string, Open>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const refreshSoon = (key: string): void => {
    const one = open.get(key);
    if (!one || timers.has(key)) return;
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void one.refresh();
      }, pauseMs),
    );
  };
  const subscriptions = vscode.Disposable.from(
    host.services.reviews.onDidReview(({ document }) => refreshSoon(document.uri.toString())),
    host.journal.onDidChange(() => {
      for (const key of open.keys()) refreshSoon(key);
    }),
  );
  const show = async (key: string, name: string, make: () => Promise<Reported>): Promise<void> => {
    const first = await make();
    if ('problem' in first) {
      void vscode.window.showInformationMessage(first.problem);
      return;
    }
    const known = open.get(key);
    if (known) {
      known.panel.reveal(undefined, false);
      await known.refresh();
      return;
    }
    const one = openPanel(name, first, make);
    open.set(key, one);
    one.panel.onDidDispose(() => open.delete(key));
  };
  return {
    async show(asked) {
      const attempts = await attemptsNow(host);
      const id = attemptAsked(asked);
      const question = id === undefined ? questionAsked(asked) : undefined;
      const attempt = id === undefined ? attempts.get(question ?? '')?.at(-1) : findAttempt(attempts, id);
      // Where the text of a last attempt is still that of the answer, the report of the answer is the same and follows it.
      const answer = attempt ? id === undefined && openAnswer(attempt.text) : answerInView();
      if (attempt && !answer) {
        await show(attempt.id, attempt.question, () => reportOfAttempt(host, attempt));
      } else if (answer) {
        const name = answer.path.slice(answer.path.lastIndexOf('/') + 1);
        await show(answer.toString(), name, () => reportOfAnswer(host, answer));
      } else {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown answer first.'));
      }
    },
    dispose() {
      subscriptions.dispose();
      for (const timer of timers.values()) clearTimeout(timer);
      for (const { panel } of [...open.values()]) panel.dispose();
    },
  };
}

/** An open answer with this text. */
function openAnswer(text: string): vscode.Uri | undefined {
  return vscode.workspace.textDocuments.find((document) => isJudged(document) && document.getText() === text)?.uri;
}

function openPanel(name: string, first: Report, make: () => Promise<Reported>): Open {
  const panel = vscode.window.createWebviewPanel(
    'rubricate.debrief',
    vscode.l10n.t('Debrief: {0}', name),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    // Nothing is loaded from anywhere: the page holds all it needs.
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
  );
  let shown = first;
  let page = '';
  const draw = (report: Report): void => {
    const words = debriefWords();
    const next = debriefPage(report.debrief, words);
    const key = JSON.stringify([next, report.debrief.points]);
    shown = report;
    if (key === page) return;
    page = key;
    panel.webview.html = debriefHtml(next, words, { nonce: randomId(16), script: panelScript, style: panelStyle });
  };
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    const quote = quoteIn(message, shown.text.length);
    if (quote) void goTo(shown, quote);
  });
  panel.onDidDispose(() => listening.dispose());
  draw(first);
  return {
    panel,
    async refresh() {
      const report = await make();
      // What was said last stays where the answer cannot be judged for now.
      if (!('problem' in report)) draw(report);
    },
  };
}

interface Quote {
  readonly start: number;
  readonly end: number;
}

/** A message of the page, if it is one that the page sends and lies within the text. */
function quoteIn(message: unknown, length: number): Quote | undefined {
  if (typeof message !== 'object' || message === null || !('start' in message) || !('end' in message)) return undefined;
  const { start, end } = message;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const quote = { start: start as number, end: end as number };
  return quote.start >= 0 && quote.start <= quote.end && quote.end <= length ? quote : undefined;
}

/** Selects the words in the answer; they may have moved since the report was made. */
async function goTo({ text, source }: Report, { start, end }: Quote): Promise<void> {
  const document = await vscode.workspace.openTextDocument(source);
  const words = text.slice(start, end);
  const now = document.getText();
  const at = now.startsWith(words, start) ? start : now.indexOf(words);
  if (at < 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('These words are no longer in the answer.'));
    return;
  }
  const selection = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    selection,
  });
}
