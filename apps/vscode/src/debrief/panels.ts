import { debriefHtml, debriefPage } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { isJudged } from '../judged-documents.ts';
import { messages } from '../messages.ts';
import { randomId } from '../practice/write-new.ts';
import { attemptAsked, attemptsNow, findAttempt, questionAsked } from './attempts.ts';
import { type DebriefHost, debriefPanel } from './debrief.ts';
import { debriefWords } from './debrief-words.ts';
import { panelScript, panelStyle, problemPage, type ReportSubject, subjectKept } from './panel-page.ts';
import { goToQuote, quoteIn } from './quote.ts';
import { answerInView, type Report, type Reported, reportOfAnswer, reportOfAttempt } from './report.ts';

/** A report is read, not watched: it need not follow every key. */
const pauseMs = 400;

export interface DebriefPanels extends vscode.Disposable {
  show(asked: unknown): Promise<void>;
  /** Fills a panel of a window that opens again; the state is what its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
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
  const track = (key: string, one: Open): void => {
    open.set(key, one);
    one.panel.onDidDispose(() => {
      if (open.get(key) === one) open.delete(key);
    });
  };
  const show = async (subject: ReportSubject, name: string): Promise<void> => {
    const key = keyOf(subject);
    const make = (): Promise<Reported> => reportOf(host, subject);
    const first = await make();
    if ('problem' in first) {
      void messages.showInformationMessage(first.problem);
      return;
    }
    const known = open.get(key);
    if (known) {
      known.panel.reveal(undefined, false);
      await known.refresh();
      return;
    }
    track(key, fill(createPanel(name), subject, first, make));
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
        await show({ attempt: attempt.id }, attempt.question);
      } else if (answer) {
        const name = answer.path.slice(answer.path.lastIndexOf('/') + 1);
        await show({ answer: answer.toString() }, name);
      } else {
        void messages.showInformationMessage(vscode.l10n.t('Open a Markdown answer first.'));
      }
    },
    async restore(panel, state) {
      const subject = subjectKept(state);
      if (!subject || open.has(keyOf(subject))) {
        panel.dispose();
        return;
      }
      panel.webview.options = pageOptions;
      const make = (): Promise<Reported> => reportOf(host, subject);
      track(keyOf(subject), fill(panel, subject, await make(), make));
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

function keyOf(subject: ReportSubject): string {
  return 'answer' in subject ? subject.answer : subject.attempt;
}

async function reportOf(host: DebriefHost, subject: ReportSubject): Promise<Reported> {
  if ('attempt' in subject) {
    const attempt = findAttempt(await attemptsNow(host), subject.attempt);
    return attempt
      ? reportOfAttempt(host, attempt)
      : { problem: vscode.l10n.t('This attempt is no longer in the journal.') };
  }
  const answer = vscode.Uri.parse(subject.answer, true);
  try {
    // In a window that has just opened again, no editor may have asked for it yet.
    await vscode.workspace.openTextDocument(answer);
  } catch {
    return { problem: vscode.l10n.t('{0} is no longer there.', vscode.workspace.asRelativePath(answer)) };
  }
  return reportOfAnswer(host, answer);
}

/** Nothing is loaded from anywhere: the page holds all it needs. */
const pageOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

function createPanel(name: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    debriefPanel,
    vscode.l10n.t('Debrief: {0}', name),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    { ...pageOptions, enableFindWidget: true },
  );
}

/** Shows a report in a panel and answers to what is chosen there. */
function fill(
  panel: vscode.WebviewPanel,
  subject: ReportSubject,
  first: Reported,
  make: () => Promise<Reported>,
): Open {
  let shown: Report | undefined;
  let page = '';
  const draw = (report: Reported): void => {
    const words = debriefWords();
    if ('problem' in report) {
      // What was said last stays where the answer cannot be judged for now.
      if (!shown) panel.webview.html = problemPage(panel.title, report.problem, words.language);
      return;
    }
    const next = debriefPage(report.debrief, words);
    const key = JSON.stringify([next, report.debrief.points]);
    shown = report;
    if (key === page) return;
    page = key;
    const script = panelScript(subject);
    panel.webview.html = debriefHtml(next, words, { nonce: randomId(16), script, style: panelStyle });
  };
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    const quote = shown && quoteIn(message, shown.text.length);
    if (shown && quote) void goToQuote(shown, quote);
  });
  panel.onDidDispose(() => listening.dispose());
  draw(first);
  let asked = 0;
  let answered = 0;
  return {
    panel,
    async refresh() {
      asked += 1;
      const turn = asked;
      const report = await make();
      // One that was asked for earlier may be ready later; it would tell of a text that is no more.
      if (turn < answered) return;
      answered = turn;
      draw(report);
    },
  };
}
