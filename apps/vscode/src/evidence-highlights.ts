import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from './active-answer.ts';
import { commandIds, ownMarkdown, refOf } from './command-ids.ts';
import { toRange } from './hints.ts';
import type { Judged, Services } from './services.ts';
import { escapeMarkdown, statusName } from './wording.ts';

/** Set while evidence is marked, so that the command to hide it shows. */
const shownKey = 'rubricate.evidenceShown';

/** Marks the words that earned something, when asked: all of them, or those of one criterion. */
export function registerEvidenceHighlights(
  context: vscode.ExtensionContext,
  { reviews }: Services,
  active: ActiveAnswer,
): void {
  // Told apart by the line as well as by colour: whole for met, dashed for partly met.
  const common = {
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
  const met = vscode.window.createTextEditorDecorationType({
    ...common,
    backgroundColor: new vscode.ThemeColor('rubricate.evidenceBackground'),
    border: '0 solid',
    borderWidth: '0 0 2px 0',
    borderColor: new vscode.ThemeColor('rubricate.evidenceBorder'),
    overviewRulerColor: new vscode.ThemeColor('rubricate.evidenceBorder'),
  });
  const partial = vscode.window.createTextEditorDecorationType({
    ...common,
    border: '0 dashed',
    borderWidth: '0 0 2px 0',
    borderColor: new vscode.ThemeColor('rubricate.partialEvidenceBorder'),
    overviewRulerColor: new vscode.ThemeColor('rubricate.partialEvidenceBorder'),
  });
  let shown: { readonly uri: string; readonly ref: string | undefined } | undefined;

  const draw = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const isShown = editor.document.uri.toString() === shown?.uri;
      const judgement = isShown ? reviews.current(editor.document.uri) : undefined;
      // Between a keystroke and its judgement the editor moves the marks along by itself.
      if (judgement && judgement.version !== editor.document.version) continue;
      const marks = judgement?.ok ? marksOf(judgement, shown?.ref) : { met: [], partial: [] };
      editor.setDecorations(met, marks.met);
      editor.setDecorations(partial, marks.partial);
    }
  };
  const set = (next: typeof shown): void => {
    shown = next;
    void vscode.commands.executeCommand('setContext', shownKey, next !== undefined);
    draw();
  };

  context.subscriptions.push(
    met,
    partial,
    reviews.onDidReview((judgement) => {
      if (judgement.document.uri.toString() === shown?.uri) draw();
    }),
    reviews.onDidClose((uri) => {
      if (uri.toString() === shown?.uri) set(undefined);
    }),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.commands.registerCommand(commandIds.showEvidence, async (asked?: unknown) => {
      const ref = refOf(asked);
      const judged = await judgedNow(active, reviews);
      if (!judged) return;
      set({ uri: judged.document.uri.toString(), ref });
      const first =
        ref === undefined
          ? undefined
          : judged.review.criteria.find(({ criterion }) => criterion.ref === ref)?.evidence[0];
      if (first)
        await vscode.commands.executeCommand(commandIds.goTo, judged.document.uri.toString(), first.start, first.start);
    }),
    vscode.commands.registerCommand(commandIds.hideEvidence, () => set(undefined)),
  );
}

interface Marks {
  readonly met: readonly vscode.DecorationOptions[];
  readonly partial: readonly vscode.DecorationOptions[];
}

/**
 * All that is met, or one criterion that is met or partly met: half-met words of every criterion at once would underline
 * most of a text and tell nothing.
 *
 * One mark a span, naming all the criteria that it earned something for.
 */
function marksOf({ document, review }: Judged, ref: string | undefined): Marks {
  // What this role does not count, or counts against the answer, has earned nothing; asked for by name it is shown.
  const criteria = review.criteria.filter(({ criterion }) =>
    ref === undefined ? criterion.weight > 0 : criterion.ref === ref,
  );
  const marks = (status: 'met' | 'partial'): readonly vscode.DecorationOptions[] => {
    const bySpan = new Map<
      string,
      { readonly span: { readonly start: number; readonly end: number }; readonly titles: string[] }
    >();
    for (const { criterion, evidence, status: own } of criteria) {
      if (own !== status) continue;
      for (const span of evidence) {
        const key = `${span.start}-${span.end}`;
        const mark = bySpan.get(key) ?? { span, titles: [] };
        mark.titles.push(criterion.title);
        bySpan.set(key, mark);
      }
    }
    return [...bySpan.values()].map(({ span, titles }) => ({
      range: toRange(document, span),
      hoverMessage: ownMarkdown(
        vscode.l10n.t(
          'Evidence, {0}: {1}',
          statusName(status),
          titles.map((title) => `**${escapeMarkdown(title)}**`).join(', '),
        ),
      ),
    }));
  };
  return { met: marks('met'), partial: ref === undefined ? [] : marks('partial') };
}
