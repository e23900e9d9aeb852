import * as vscode from 'vscode';

type Show = (message: string, ...choices: readonly string[]) => Thenable<string | undefined>;

/**
 * Messages to the user. The editor makes a link of `[words](command:…)` in a message and runs whatever command it names, so
 * that the name of a file or the title of a pack could bring a button of its own. Here nothing becomes a link.
 */
export const messages: Readonly<Record<'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage', Show>> = {
  showInformationMessage: (message, ...choices) =>
    vscode.window.showInformationMessage(withoutLinks(message), ...choices),
  showWarningMessage: (message, ...choices) => vscode.window.showWarningMessage(withoutLinks(message), ...choices),
  showErrorMessage: (message, ...choices) => vscode.window.showErrorMessage(withoutLinks(message), ...choices),
};

/** A text in which the editor finds no link; it looks for one in messages and in what a box says of its input. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
