import { spokenPage } from '@rubricate/core/labs/transcript';
import { debriefHtml } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { debriefWords } from '../../debrief/debrief-words.ts';
import { panelScript, panelStyle } from '../../debrief/panel-page.ts';
import { goToQuote, quoteIn } from '../../debrief/quote.ts';
import { randomId } from '../../practice/write-new.ts';
import { filePanels } from '../file-panels.ts';
import type { ReadTranscript, TranscriptReader } from './reader.ts';
import { spokenWords } from './spoken-words.ts';
import { transcriptIds } from './transcript.ts';

export interface TranscriptPanels extends vscode.Disposable {
  show(asked: unknown): Promise<void>;
  /** Fills a panel of a window that opens again; the state is what its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  /** The file of the report that has the focus. */
  active(): vscode.Uri | undefined;
}

interface Open {
  readonly panel: vscode.WebviewPanel;
  draw(read: ReadTranscript): void;
}

/** The windows with reports, one for each transcript; each follows its file as it is corrected. */
export function transcriptPanels(reader: TranscriptReader): TranscriptPanels {
  const panels = filePanels<Open>(async (document, stillOpen) => {
    const read = await reader.again(document.uri);
    // What was said last stays where the file cannot be read for now.
    if (read) stillOpen()?.draw(read);
  });
  return {
    async show(asked) {
      const read = await reader.read(asked);
      if (!read) return;
      const key = read.file.toString();
      const known = panels.open.get(key);
      if (known) {
        known.draw(read);
        known.panel.reveal(undefined, false);
        return;
      }
      panels.track(key, fill(newPanel(read.file), read));
    },
    async restore(panel, state) {
      const read = await reader.read(state);
      // A file that is gone, or a choice that is put off, leaves nothing to show.
      if (read) panels.track(read.file.toString(), fill(panel, read));
      else panel.dispose();
    },
    active() {
      const key = [...panels.open].find(([, { panel }]) => panel.active)?.[0];
      return key === undefined ? undefined : vscode.Uri.parse(key, true);
    },
    dispose: () => panels.dispose(),
  };
}

function newPanel({ path }: vscode.Uri): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    transcriptIds.panel,
    vscode.l10n.t('Spoken: {0}', path.slice(path.lastIndexOf('/') + 1)),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    // Nothing is loaded from anywhere: the page holds all it needs.
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
  );
}

function fill(panel: vscode.WebviewPanel, first: ReadTranscript): Open {
  let shown = first;
  let page = '';
  const draw = (read: ReadTranscript): void => {
    const words = debriefWords();
    const next = spokenPage(read.report, spokenWords(), words);
    const key = JSON.stringify(next);
    shown = read;
    if (key === page) return;
    page = key;
    panel.webview.html = debriefHtml(next, words, {
      nonce: randomId(16),
      script: panelScript(read.asked),
      style: panelStyle,
    });
  };
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    const quote = quoteIn(message, shown.text.length);
    if (quote) void goToQuote({ text: shown.text, source: shown.file }, quote);
  });
  panel.onDidDispose(() => listening.dispose());
  draw(first);
  return { panel, draw };
}
