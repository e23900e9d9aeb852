import * as vscode from 'vscode';
import type { QuizMove } from './run-quiz.ts';

/** A row that does something when it is chosen; one without a move only says something. */
export interface MoveItem extends vscode.QuickPickItem {
  readonly move?: QuizMove;
  /** For cards with several right options. */
  readonly option?: number;
}

export interface PickPage {
  readonly title: string;
  /** What is asked or explained, at any length. */
  readonly text: string;
  readonly placeholder: string;
  readonly items: readonly MoveItem[];
  /** The row that Enter takes unless another is chosen. */
  readonly active?: MoveItem | undefined;
  /** Several rows can be chosen; this makes a move of them, or undefined to stay. */
  readonly many?: ((options: readonly number[]) => QuizMove | undefined) | undefined;
  readonly canGoBack: boolean;
}

/** Shows a page as a quick pick. Escape quits. */
export function pick(page: PickPage): Promise<QuizMove> {
  const picker = vscode.window.createQuickPick<MoveItem>();
  picker.title = page.title;
  picker.placeholder = page.placeholder;
  picker.ignoreFocusOut = true;
  picker.matchOnDetail = true;
  picker.canSelectMany = page.many !== undefined;
  picker.buttons = page.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  const items = [...rowsOfText(picker, page.text), ...page.items];
  picker.items = items;
  const active = page.active ?? items.find(({ move }) => move !== undefined);
  if (active) picker.activeItems = [active];
  return settle(picker, (resolve) => [
    picker.onDidTriggerButton(() => resolve({ kind: 'back' })),
    picker.onDidAccept(() => {
      const move = page.many
        ? page.many(picker.selectedItems.flatMap(({ option }) => (option === undefined ? [] : [option])))
        : picker.selectedItems[0]?.move;
      if (move) resolve(move);
    }),
  ]);
}

/**
 * A text too long for a title. Newer editors show it above the rows; older ones get it as rows of its own, broken by
 * words, because a row does not wrap.
 */
function rowsOfText(picker: vscode.QuickPick<MoveItem>, text: string): readonly MoveItem[] {
  if ('prompt' in picker) {
    picker.prompt = text;
    return [];
  }
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > rowWidth) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`.trim();
  }
  return [
    ...lines.map((label) => ({ label, alwaysShow: true })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
  ];
}

const rowWidth = 84;

export interface NumberPage {
  readonly title: string;
  readonly text: string;
  readonly placeholder: string;
  readonly value: string;
  /** The move that a text makes, or what is wrong with it. */
  readonly read: (value: string) => QuizMove | string;
  readonly canGoBack: boolean;
}

/** Shows a page as an input box. Escape quits. */
export function ask(page: NumberPage): Promise<QuizMove> {
  const box = vscode.window.createInputBox();
  box.title = page.title;
  box.prompt = page.text;
  box.placeholder = page.placeholder;
  box.value = page.value;
  box.ignoreFocusOut = true;
  box.buttons = page.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return settle(box, (resolve) => [
    box.onDidTriggerButton(() => resolve({ kind: 'back' })),
    box.onDidChangeValue((value) => {
      const read = value.trim() === '' ? undefined : page.read(value);
      box.validationMessage = typeof read === 'string' ? read : undefined;
    }),
    box.onDidAccept(() => {
      const read = page.read(box.value);
      if (typeof read === 'string') box.validationMessage = read;
      else resolve(read);
    }),
  ]);
}

/** Shows an input until it is settled or hidden, and takes it away. */
function settle(
  input: vscode.QuickInput,
  listen: (resolve: (move: QuizMove) => void) => readonly vscode.Disposable[],
): Promise<QuizMove> {
  return new Promise<QuizMove>((resolve) => {
    const held: vscode.Disposable[] = [];
    const end = (move: QuizMove): void => {
      resolve(move);
      for (const one of held) one.dispose();
      input.dispose();
    };
    held.push(
      ...listen(end),
      input.onDidHide(() => end({ kind: 'quit' })),
    );
    input.show();
  });
}
