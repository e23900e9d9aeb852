import { answerKeys, nearest } from '@rubricate/core/model';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { toRange } from '../hints.ts';
import { markdownSelector } from '../judged-documents.ts';
import type { Judgement, Services, Unjudged } from '../services.ts';
import { levelsFor } from './completion.ts';

const source = 'Rubricate';
const codes = ['unknown-question', 'unknown-rubric', 'unknown-level', 'unknown-role', 'bad-front-matter'] as const;

/** Marks what in the front matter keeps a text from being judged, and offers the nearest right name. */
export function registerFrontMatterValidation(
  context: vscode.ExtensionContext,
  { packs, config, reviews }: Services,
): void {
  const collection = vscode.languages.createDiagnosticCollection('rubricate-front-matter');
  const show = async (judgement: Judgement): Promise<void> => {
    const { document } = judgement;
    const hasTarget = (await config.settings(document.uri)) !== undefined;
    if (judgement.version === document.version) collection.set(document.uri, problemsOf(judgement, hasTarget));
  };
  context.subscriptions.push(
    collection,
    reviews.onDidReview((judgement) => void show(judgement)),
    reviews.onDidClose((uri) => collection.delete(uri)),
    vscode.languages.registerCodeActionsProvider(
      markdownSelector,
      {
        async provideCodeActions(document, _range, { diagnostics }) {
          const own = diagnostics.filter(({ code }) => codes.some((known) => known === code));
          if (own.length === 0) return [];
          const library = await packs.library(document.uri);
          return own.flatMap((diagnostic) => replacementOf(document, diagnostic, library));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function problemsOf(judgement: Judgement, hasTarget: boolean): readonly vscode.Diagnostic[] {
  if (judgement.ok || !('range' in judgement.reason) || !judgement.reason.range || !isMeant(judgement, hasTarget))
    return [];
  const { message, code, range } = judgement.reason;
  const diagnostic = new vscode.Diagnostic(
    toRange(judgement.document, range),
    message,
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = source;
  diagnostic.code = code;
  return [diagnostic];
}

/**
 * Other programs use front matter too, and `question` or `level` may be theirs. It is meant for Rubricate where a
 * `rubricate.yaml` says that answers are kept here, or where the question is named as only ours are.
 */
function isMeant({ answer }: Unjudged, hasTarget: boolean): boolean {
  const entries = answer.frontMatter?.entries ?? [];
  if (hasTarget) return entries.some(({ key }) => answerKeys.some((known) => known === key));
  return entries.some(
    ({ key, value }) => key === 'question' && typeof value === 'string' && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value),
  );
}

function replacementOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  library: Library,
): readonly vscode.CodeAction[] {
  const written = document.getText(diagnostic.range);
  const value = written.replace(/^[[\s'"]+|[\]\s'"]+$/g, '');
  const name = nearestName(String(diagnostic.code), value, document, library);
  if (name === undefined) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Replace with "{0}"', name), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, diagnostic.range, written.replace(value, name));
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return [action];
}

function nearestName(code: string, value: string, document: vscode.TextDocument, library: Library): string | undefined {
  switch (code) {
    case 'unknown-question':
      return nearest(
        value,
        library.questions.map(({ question }) => question.id),
      );
    case 'unknown-rubric':
      return nearest(
        value,
        library.packs.flatMap((pack) => (pack.rubrics ?? []).map(({ id }) => id)),
      );
    case 'unknown-level': {
      const question = /^question:\s*(\S+)/m.exec(document.getText().slice(0, 4_000))?.[1];
      const levels = levelsFor(new Map(question ? [['question', question]] : []), library).map(({ id }) => id);
      return nearest(value, levels) ?? levels.find((level) => level.toLowerCase() === value.toLowerCase());
    }
    default:
      return undefined;
  }
}
