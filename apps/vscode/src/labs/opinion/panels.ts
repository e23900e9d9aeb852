import { type Opinion, opinionPage } from '@rubricate/core/labs/opinion';
import { debriefHtml } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { debriefWords } from '../../debrief/debrief-words.ts';
import { panelScript, panelStyle } from '../../debrief/panel-page.ts';
import { goToQuote, quoteIn } from '../../debrief/quote.ts';
import { randomId } from '../../practice/write-new.ts';
import { opinionIds } from './opinion.ts';
import { opinionWords } from './opinion-words.ts';

/** An opinion with the text it is of, as it was sent. */
export interface Given {
  readonly opinion: Opinion;
  readonly model: { readonly name: string; readonly vendor: string };
  readonly text: string;
  readonly source: vscode.Uri;
}

export interface OpinionPanels extends vscode.Disposable {
  show(given: Given): void;
}

interface Open {
  readonly panel: vscode.WebviewPanel;
  draw(given: Given): void;
}

/** The windows with opinions, one for each answer. A later opinion takes the place of the one before. */
export function opinionPanels(): OpinionPanels {
  const open = new Map<string, Open>();
  return {
    show(given) {
      const key = given.source.toString();
      const known = open.get(key);
      if (known) {
        known.draw(given);
        known.panel.reveal(undefined, false);
        return;
      }
      const made = make(given);
      open.set(key, made);
      made.panel.onDidDispose(() => open.delete(key));
    },
    dispose() {
      for (const { panel } of [...open.values()]) panel.dispose();
    },
  };
}

function make(first: Given): Open {
  const { path } = first.source;
  const panel = vscode.window.createWebviewPanel(
    opinionIds.panel,
    vscode.l10n.t('Second opinion: {0}', path.slice(path.lastIndexOf('/') + 1)),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
    // Nothing is loaded from anywhere: the page holds all it needs.
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
  );
  let shown = first;
  const draw = (given: Given): void => {
    shown = given;
    const making = { model: given.model, words: opinionWords(), debriefWords: debriefWords() };
    panel.webview.html = debriefHtml(opinionPage(given.opinion, making), making.debriefWords, {
      nonce: randomId(16),
      script: panelScript({}),
      style: panelStyle,
    });
  };
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    const quote = quoteIn(message, shown.text.length);
    if (quote) void goToQuote(shown, quote);
  });
  panel.onDidDispose(() => listening.dispose());
  draw(first);
  return { panel, draw };
}
