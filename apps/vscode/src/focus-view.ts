import * as vscode from 'vscode';

/** The editor draws what it was given a moment later. */
const drawMs = 150;

/**
 * Brings the focus into a view. One that was never shown has no row yet that could take it, and the focus would be lost when
 * the rows come; so it is brought there again once they are there.
 *
 * @param drawn settles when the view has been given its first rows.
 */
export async function focusView(view: vscode.TreeView<unknown>, id: string, drawn: Drawn): Promise<void> {
  const wasDrawn = drawn.isDone;
  await vscode.commands.executeCommand(`${id}.focus`);
  if (wasDrawn) return;
  await drawn.first;
  await new Promise((resolve) => setTimeout(resolve, drawMs));
  if (view.visible) await vscode.commands.executeCommand(`${id}.focus`);
}

/** Whether a view has been given rows, and when it first is. */
export interface Drawn {
  readonly isDone: boolean;
  readonly first: Promise<void>;
  done(): void;
}

export function notDrawnYet(): Drawn {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isDone = false;
  return {
    get isDone() {
      return isDone;
    },
    first: promise,
    done() {
      isDone = true;
      resolve();
    },
  };
}
