import * as vscode from 'vscode';

/** A pack and a level of its ladder, chosen to judge a document through. */
export interface LensChoice {
  readonly pack: string;
  readonly level: string;
}

/** Which documents are judged through another lens than their own. Kept in memory: nothing of it is written into a text. */
export interface LensChoices extends vscode.Disposable {
  chosen(uri: vscode.Uri): LensChoice | undefined;
  /** Judges the document through a lens from now on; through its own with undefined. */
  choose(uri: vscode.Uri, choice: LensChoice | undefined): void;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

export function createLensChoices(): LensChoices {
  const choices = new Map<string, LensChoice>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return {
    chosen: (uri) => choices.get(uri.toString()),
    choose(uri, choice) {
      const key = uri.toString();
      const before = choices.get(key);
      if (before?.pack === choice?.pack && before?.level === choice?.level) return;
      if (choice) choices.set(key, choice);
      else choices.delete(key);
      changed.fire(uri);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** A lens that a command was asked for outright. The menu of a view passes a row in its place. */
export function isChoice(asked: unknown): asked is LensChoice {
  return (
    typeof asked === 'object' &&
    asked !== null &&
    'pack' in asked &&
    typeof asked.pack === 'string' &&
    'level' in asked &&
    typeof asked.level === 'string'
  );
}
