import type { DrillCheck, DrillReading, FittingDrill, FoundDrill } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../wording.ts';
import { missingPart, partName } from './drill-words.ts';

/** A failure as it stands with a version of the text. */
export interface Standing {
  readonly found: FoundDrill;
  readonly reading: DrillReading;
  readonly check: DrillCheck;
  /** Where the component is named; undefined once it is not. */
  readonly component: FittingDrill['component'] | undefined;
}

/** Fills a thread beside the text: what happens, and how far the text answers it. */
export function fillThread(thread: vscode.CommentThread, document: vscode.TextDocument, standing: Standing): void {
  const { found, check } = standing;
  const given = check.parts.filter(({ quote }) => quote).length;
  thread.label = found.drill.title;
  thread.state = check.closed ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  thread.comments = [
    comment(vscode.l10n.t('What happens'), failureText(found)),
    comment(
      check.closed
        ? vscode.l10n.t('The text answers it: close the drill')
        : vscode.l10n.t('The text gives {0} of 4 parts', given),
      partsText(document, standing),
    ),
  ];
}

function comment(name: string, body: vscode.MarkdownString): vscode.Comment {
  return { author: { name }, body, mode: vscode.CommentMode.Preview };
}

function failureText({ drill }: FoundDrill): vscode.MarkdownString {
  const asks = drill.asks.map((ask) => `- ${escapeMarkdown(ask)}`);
  return new vscode.MarkdownString(`${escapeMarkdown(drill.inject)}\n\n${asks.join('\n')}`);
}

function partsText(document: vscode.TextDocument, { check, reading }: Standing): vscode.MarkdownString {
  if (check.told === undefined) {
    return new vscode.MarkdownString(
      vscode.l10n.t(
        'It does not speak of this failure yet. Name it in the paragraph that answers it, or in its heading.',
      ),
    );
  }
  const lines = check.parts.map(({ part, quote, shared }) => {
    const name = `**${escapeMarkdown(partName(part))}**`;
    if (quote) {
      const line = document.positionAt(quote.start).line + 1;
      const words = shortened(reading.answer.slice(quote.start, quote.end));
      return `- $(pass) ${name} ${escapeMarkdown(vscode.l10n.t('(line {0}): “{1}”', line, words))}`;
    }
    const why = shared
      ? vscode.l10n.t('(missing): one sentence gives this and another part; give each a sentence of its own.')
      : vscode.l10n.t('(missing): {0}', missingPart(part));
    return `- $(circle-large-outline) ${name} ${escapeMarkdown(why)}`;
  });
  return new vscode.MarkdownString(lines.join('\n'), true);
}

const longestQuote = 160;

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).toWellFormed()}…`;
}
