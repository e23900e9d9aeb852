import * as vscode from 'vscode';
import { isJudged, isOwnPage } from './judged-documents.ts';
import { messages } from './messages.ts';
import type { Judged, Judgement, ReviewService } from './services.ts';

/** The document that views and commands speak of. */
export interface ActiveAnswer extends vscode.Disposable {
  /** The document of the active editor, whatever it is; while a view without text has the focus, the last one still visible. */
  readonly document: vscode.TextDocument | undefined;
  /** Its latest judgement, if it is Markdown that is judged. */
  readonly judgement: Judgement | undefined;
  /** Another document is active, or this one has a new judgement. */
  readonly onDidChange: vscode.Event<void>;
}

export function createActiveAnswer(reviews: ReviewService): ActiveAnswer {
  const changed = new vscode.EventEmitter<void>();
  let document = vscode.window.activeTextEditor?.document;
  // Kept when nothing is active for a moment: editors are told of before tabs.
  let last = document;
  const follow = (): void => {
    last = vscode.window.activeTextEditor?.document ?? last;
    // An explanation over the answer, or a preview beside it, does not end the work on it.
    const isStillVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === last);
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    const isExplained = activeTab !== undefined && isOwnPage(activeTab) && last?.isClosed === false;
    const next = isStillVisible || isExplained ? last : undefined;
    if (next === document) return;
    document = next;
    changed.fire();
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
    // The tabs are told of after the editors.
    vscode.window.tabGroups.onDidChangeTabs(follow),
    vscode.window.tabGroups.onDidChangeTabGroups(follow),
    // Also when a document becomes Markdown while it is open.
    vscode.workspace.onDidOpenTextDocument((opened) => {
      if (opened === document) changed.fire();
    }),
    reviews.onDidReview((judgement) => {
      if (judgement.document === document) changed.fire();
    }),
  );
  return {
    get document() {
      return document;
    },
    get judgement() {
      return document && isJudged(document) ? reviews.current(document.uri) : undefined;
    },
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}

/** The judgement of a document's present version, or of the active one; says what is in the way where there is none. */
export async function judgedNow(
  active: ActiveAnswer,
  reviews: ReviewService,
  uri: vscode.Uri | undefined = active.document?.uri,
): Promise<Judged | undefined> {
  const judgement = uri ? await reviews.review(uri) : undefined;
  if (judgement?.ok) return judgement;
  const reason = judgement?.reason.message ?? vscode.l10n.t('Open a Markdown answer first.');
  void messages.showInformationMessage(reason);
  return undefined;
}
