import type { Hint } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { explainUri } from './explain/explain-uri.ts';
import { shownHints, toRange } from './hints.ts';
import { numberMessage } from './number-words.ts';
import type { Judged, Judgement, Services } from './services.ts';
import { type PitfallSeverity, settingsFor } from './settings.ts';

export const source = 'Rubricate';

/** Shows the hints of every judged document as diagnostics: squiggles for pitfalls, a faint mark where something is missing. */
export function registerDiagnostics(context: vscode.ExtensionContext, { reviews }: Services): void {
  const collection = vscode.languages.createDiagnosticCollection('rubricate');
  context.subscriptions.push(
    collection,
    reviews.onDidReview((judgement) => {
      // An answer for an older version would put its ranges in the wrong places; the next one is on its way.
      if (judgement.version === judgement.document.version)
        collection.set(judgement.document.uri, diagnosticsOf(judgement));
    }),
    reviews.onDidClose((uri) => collection.delete(uri)),
  );
}

function diagnosticsOf(judgement: Judgement): readonly vscode.Diagnostic[] {
  if (!judgement.ok) return [];
  const { severity } = settingsFor(judgement.document.uri);
  return shownHints(judgement).map((hint) => diagnosticOf(hint, judgement, severity));
}

function diagnosticOf(hint: Hint, judged: Judged, severity: PitfallSeverity): vscode.Diagnostic {
  const { document, target } = judged;
  const diagnostic = new vscode.Diagnostic(
    toRange(document, hint.range),
    messageOf(hint),
    hint.kind === 'pitfall' || hint.kind === 'number' ? severities[severity] : vscode.DiagnosticSeverity.Hint,
  );
  diagnostic.source = source;
  if (hint.number) {
    // Its message says all there is to a number; there is no page to open.
    diagnostic.code = hint.code;
    return diagnostic;
  }
  diagnostic.code = {
    value: hint.code,
    target: explainUri({ ref: hint.code, pack: target.lens.pack.id, level: target.level }),
  };
  return diagnostic;
}

function messageOf({ kind, title, message, number }: Hint): string {
  if (number) return numberMessage(number);
  if (kind === 'pitfall') return vscode.l10n.t('{0}: {1}', title, message);
  if (kind === 'partial') return vscode.l10n.t('{0}, not yet in full: {1}', title, message);
  return vscode.l10n.t('{0} is missing: {1}', title, message);
}

const severities: Readonly<Record<PitfallSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: vscode.DiagnosticSeverity.Hint,
};
