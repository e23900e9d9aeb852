import * as vscode from 'vscode';

/** The scheme of the explanations, which are Markdown of our own. */
export const explainScheme = 'rubricate-explain';

/** What the language features register for: Markdown wherever it can be written, not the left side of a comparison. */
export const markdownSelector: vscode.DocumentSelector = { language: 'markdown' };

/** Schemes whose documents are somebody's text for certain. */
const usual = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/**
 * Whether a document may be judged: Markdown that somebody writes. Other extensions show Markdown of their own (old
 * versions in comparisons, chat replies, our explanations) under schemes of their own; those are left alone.
 */
export function isJudged(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  const { scheme } = document.uri;
  if (scheme === explainScheme) return false;
  if (usual.has(scheme)) return true;
  return (
    vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true
  );
}

/** Whether a tab shows one of our explanations, rendered. */
export function isExplanation({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputCustom && input.uri.scheme === explainScheme;
}
