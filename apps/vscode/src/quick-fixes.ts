import { type Fix, frameFix, type NumberReview, numberFix } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from './active-answer.ts';
import { type CommandId, commandIds, refOf, uriOf } from './command-ids.ts';
import { source } from './diagnostics.ts';
import { shownHints, toRange } from './hints.ts';
import { markdownSelector } from './judged-documents.ts';
import { messages } from './messages.ts';
import type { Judged, Services } from './services.ts';
import { expectedCriteria, statusName } from './wording.ts';

/** What can be done about a hint: insert the sentence that is missing, put the hint aside with a reason, read why. */
export function registerQuickFixes(
  context: vscode.ExtensionContext,
  { reviews }: Services,
  active: ActiveAnswer,
): void {
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(
      markdownSelector,
      {
        async provideCodeActions(document, range, { diagnostics }) {
          if (!reviews.current(document.uri)) return [];
          const judgement = await reviews.review(document.uri);
          if (!judgement?.ok) return [];
          const own = diagnostics.filter((diagnostic) => diagnostic.source === source);
          return [
            ...own.flatMap((diagnostic) => actionsFor(diagnostic, judgement)),
            ...insertionsAt(range, judgement, own),
          ];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(commandIds.insertSentence, (asked?: unknown, uri?: unknown) =>
      insertSentence({ reviews, active, ref: refOf(asked), uri: uriOf(uri) }),
    ),
  );
}

function actionsFor(diagnostic: vscode.Diagnostic, judged: Judged): readonly vscode.CodeAction[] {
  const ref = refIn(diagnostic);
  // A text may have several numbers that do not hold; the place tells them apart.
  const hint = shownHints(judged).find(
    ({ code, range }) => code === ref && toRange(judged.document, range).isEqual(diagnostic.range),
  );
  if (!hint) return [];
  if (hint.number) return numberActions(hint.number, diagnostic, judged);
  const fix = frameFix(judged.answer, judged.review, ref);
  const explained = { ref, pack: judged.target.lens.pack.id, level: judged.target.level };
  const actions = [
    ...(fix ? [insertion(fix, hint.title, judged.document)] : []),
    running(vscode.l10n.t('Dismiss "{0}" with a reason…', hint.title), commandIds.dismissHint, [
      ref,
      judged.document.uri.toString(),
    ]),
    running(vscode.l10n.t('Explain "{0}"', hint.title), commandIds.explain, [explained]),
  ];
  for (const action of actions) action.diagnostics = [diagnostic];
  return actions;
}

function numberActions(
  number: NumberReview,
  diagnostic: vscode.Diagnostic,
  { document }: Judged,
): readonly vscode.CodeAction[] {
  const fix = numberFix(number);
  const actions = [
    ...(fix ? [correction(fix, number, document)] : []),
    running(vscode.l10n.t('Dismiss "{0}" with a reason…', number.stated), commandIds.dismissHint, [
      number.ref,
      document.uri.toString(),
    ]),
  ];
  for (const action of actions) action.diagnostics = [diagnostic];
  return actions;
}

function correction(
  fix: Fix,
  { stated, computed, working }: NumberReview,
  document: vscode.TextDocument,
): vscode.CodeAction {
  const action = new vscode.CodeAction(
    vscode.l10n.t('Write {0} in place of {1} ({2})', computed, stated, working),
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, toRange(document, fix.change), fix.change.insert);
  action.isPreferred = true;
  return action;
}

/** More than this would bury the fixes of other extensions; the checklist has the rest. */
const mostInsertions = 4;

/** On a heading, the sentences that are missing under it, also those whose hints are not among the few that show. */
function insertionsAt(
  range: vscode.Range,
  judged: Judged,
  shown: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const { document, answer, review } = judged;
  const hinted = shown.map(refIn);
  return expectedCriteria(review)
    .filter(({ status, dismissed }) => status === 'missing' && dismissed === undefined)
    .filter(({ criterion, anchor }) => !hinted.includes(criterion.ref) && toRange(document, anchor).intersection(range))
    .slice(0, mostInsertions)
    .flatMap(({ criterion }) => {
      const fix = frameFix(answer, review, criterion.ref);
      return fix ? [insertion(fix, criterion.title, document)] : [];
    });
}

function refIn({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code ?? '');
}

function insertion(fix: Fix, title: string, document: vscode.TextDocument): vscode.CodeAction {
  const action = new vscode.CodeAction(
    vscode.l10n.t('Insert the sentence for "{0}"', title),
    vscode.CodeActionKind.QuickFix,
  );
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [
    new vscode.SnippetTextEdit(toRange(document, fix.change), new vscode.SnippetString(fix.snippet)),
  ]);
  return action;
}

function running(title: string, command: CommandId, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}

interface Insertion {
  readonly reviews: Services['reviews'];
  readonly active: ActiveAnswer;
  readonly ref: string | undefined;
  readonly uri: vscode.Uri | undefined;
}

/** Inserts the frame of a criterion where it belongs, with the cursor in its first gap; asks which one unless told. */
async function insertSentence({ reviews, active, ref, uri }: Insertion): Promise<void> {
  const judged = await judgedNow(active, reviews, uri);
  if (!judged) return;
  const chosen = ref ?? (await pickUnmet(judged));
  if (chosen === undefined) return;
  const editor = await vscode.window.showTextDocument(judged.document);
  // Chosen at leisure: the text may have moved on.
  const fresh = await reviews.review(judged.document.uri);
  const fix = fresh?.ok ? frameFix(fresh.answer, fresh.review, chosen) : undefined;
  if (!fix) {
    void messages.showInformationMessage(vscode.l10n.t('There is no sentence to insert for "{0}".', chosen));
    return;
  }
  const range = toRange(editor.document, fix.change);
  await editor.insertSnippet(new vscode.SnippetString(fix.snippet), range);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickUnmet({ review }: Judged): Promise<string | undefined> {
  const items = review.criteria
    .filter(({ status, criterion }) => status !== 'met' && criterion.frame)
    .map(({ criterion, status }) => ({
      label: criterion.title,
      description: statusName(status),
      detail: criterion.hint,
      ref: criterion.ref,
    }));
  if (items.length === 0) {
    void messages.showInformationMessage(vscode.l10n.t('Nothing is missing that has a sentence to insert.'));
    return undefined;
  }
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert the missing sentence'),
    placeHolder: vscode.l10n.t('Choose what is missing'),
    matchOnDetail: true,
  });
  return choice?.ref;
}
