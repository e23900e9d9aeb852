import * as vscode from 'vscode';

/** The scheme of the explanations, which are Markdown of our own. */
export const explainScheme = 'rubricate-explain';

/** The scheme of the pages that compare two lenses. */
export const compareScheme = 'rubricate-lenses';

/** The scheme of the page on the configuration. */
export const configurationScheme = 'rubricate-configuration';

/** The scheme of the pages that set two attempts side by side. */
export const attemptsScheme = 'rubricate-attempts';

/** The scheme of the page of stories. */
export const storiesScheme = 'rubricate-stories';

/** The scheme of the page on what is known of the quiz cards. */
export const quizStatisticsScheme = 'rubricate-quiz';

/** Schemes of Markdown of our own, which nobody is judged by. */
const ownSchemes = new Set([
  explainScheme,
  compareScheme,
  storiesScheme,
  attemptsScheme,
  configurationScheme,
  quizStatisticsScheme,
]);

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
  if (ownSchemes.has(scheme)) return false;
  if (usual.has(scheme)) return true;
  return (
    vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true
  );
}

/** Whether a tab shows a page of our own, rendered: an explanation or a comparison. */
export function isOwnPage({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputCustom && ownSchemes.has(input.uri.scheme);
}
