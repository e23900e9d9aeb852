import type { TextChange } from '@rubricate/core/text';
import * as vscode from 'vscode';

/**
 * The changes of one event, ready to be applied one after the other. VS Code gives all offsets in the text before the
 * event, and the inserted text with whatever line ends it was typed or pasted with; the document keeps only its own.
 */
export function orderedChanges(event: vscode.TextDocumentChangeEvent): readonly TextChange[] {
  const eol = event.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  return [...event.contentChanges]
    .sort((a, b) => b.rangeOffset - a.rangeOffset || b.rangeLength - a.rangeLength)
    .map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      insert: text.replace(/\r\n|\r|\n/g, eol),
    }));
}
