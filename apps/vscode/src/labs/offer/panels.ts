import { offerPage, offerReport, readOffer } from '@rubricate/core/labs/offer';
import { debriefHtml, englishWords } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { panelScript, panelStyle, problemPage } from '../../debrief/panel-page.ts';
import { messages } from '../../messages.ts';
import { randomId } from '../../practice/write-new.ts';
import { filePanels } from '../file-panels.ts';
import { isOfferFile, offerGlob, offerPanel } from './offer-files.ts';
import { offerWords } from './offer-words.ts';

const mostFiles = 50;

export interface OfferPanels extends vscode.Disposable {
  show(asked: unknown): Promise<void>;
  /** Fills a panel of a window that opens again; the state is what its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

interface Open {
  readonly panel: vscode.WebviewPanel;
  /** Shows what a text comes to; false where it cannot be read. */
  draw(text: string): boolean;
}

/** The windows with reports, one for each offer; each follows its file as it is written. */
export function offerPanels(): OfferPanels {
  const panels = filePanels<Open>((document, stillOpen) => {
    if (!document.isClosed) stillOpen()?.draw(document.getText());
  });
  return {
    async show(asked) {
      const file = asked instanceof vscode.Uri ? asked : (activeOffer() ?? (await chooseOffer()));
      if (!file) return;
      const key = file.toString();
      const text = (await vscode.workspace.openTextDocument(file)).getText();
      const known = panels.open.get(key);
      if (known) {
        known.draw(text);
        known.panel.reveal(undefined, false);
        return;
      }
      const reading = readOffer(text);
      if (!reading.ok) {
        await showProblem(file, reading.problems);
        return;
      }
      const one = fill(createPanel(file), file);
      one.draw(text);
      panels.track(key, one);
    },
    async restore(panel, state) {
      const key = offerKept(state);
      if (key === undefined || panels.open.has(key)) {
        panel.dispose();
        return;
      }
      const file = vscode.Uri.parse(key, true);
      panel.webview.options = pageOptions;
      const one = fill(panel, file);
      panels.track(key, one);
      const told = (problem: string): void => {
        panel.webview.html = problemPage(panel.title, problem, offerWords().language);
      };
      try {
        const text = (await vscode.workspace.openTextDocument(file)).getText();
        if (!one.draw(text)) told(vscode.l10n.t('The offer cannot be read for now; the file says where.'));
      } catch {
        told(vscode.l10n.t('{0} is no longer there.', vscode.workspace.asRelativePath(file)));
      }
    },
    dispose: () => panels.dispose(),
  };
}

function activeOffer(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  // What is not saved has no name yet, so its language speaks for it.
  return document && (isOfferFile(document.uri) || (document.isUntitled && document.languageId === 'yaml'))
    ? document.uri
    : undefined;
}

/** The only offer of the workspace, or the one that is chosen. Says what to do where there is none. */
async function chooseOffer(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles(offerGlob, '**/node_modules/**', mostFiles);
  if (files.length === 0) {
    const create = vscode.l10n.t('New offer…');
    const message = vscode.l10n.t(
      'There is no offer in this folder yet: a file whose name ends in {0}.',
      '.offer.yaml',
    );
    if ((await messages.showInformationMessage(message, create)) === create)
      await vscode.commands.executeCommand('rubricate.newOffer');
    return undefined;
  }
  if (files.length === 1) return files[0];
  const items = files
    .map((file) => ({ label: vscode.workspace.asRelativePath(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show offer'),
    placeHolder: vscode.l10n.t('Choose the offer'),
  });
  return choice?.file;
}

type Problems = Extract<ReturnType<typeof readOffer>, { readonly ok: false }>['problems'];

/** Goes to the first thing that is wrong; each of them is marked in the file as well. */
async function showProblem(file: vscode.Uri, [first, ...others]: Problems): Promise<void> {
  const editor = await vscode.window.showTextDocument(file);
  if (!first) return;
  const at = editor.document.positionAt(first.start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  void messages.showWarningMessage(
    others.length === 0
      ? vscode.l10n.t('Line {0}: {1}', first.line, first.message)
      : vscode.l10n.t('Line {0}: {1} And {2} more to mend.', first.line, first.message, others.length),
  );
}

/** The offer that a page kept, where it is what a page of ours keeps. */
function offerKept(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('offer' in state)) return undefined;
  return typeof state.offer === 'string' ? state.offer : undefined;
}

/** Nothing is loaded from anywhere: the page holds all it needs. */
const pageOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

function createPanel(file: vscode.Uri): vscode.WebviewPanel {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return vscode.window.createWebviewPanel(
    offerPanel,
    vscode.l10n.t('Offer: {0}', name),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    { ...pageOptions, enableFindWidget: true },
  );
}

function fill(panel: vscode.WebviewPanel, file: vscode.Uri): Open {
  let shown = '';
  return {
    panel,
    draw(text) {
      const reading = readOffer(text);
      // What was said last stays while the file cannot be read; the file has its marks.
      if (!reading.ok) return false;
      const page = offerPage(offerReport(reading.offer), offerWords());
      const key = JSON.stringify(page);
      if (key === shown) return true;
      shown = key;
      const script = panelScript({ offer: file.toString() });
      panel.webview.html = debriefHtml(page, englishWords, { nonce: randomId(16), script, style: panelStyle });
      return true;
    },
  };
}
