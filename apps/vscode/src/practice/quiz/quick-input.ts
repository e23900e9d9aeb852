import * as vscode from 'vscode';
import { withoutLinks } from '../../messages.ts';

/** Leaves a page for the one before it, or the quiz. */
export type Leaving = { readonly kind: 'back' } | { readonly kind: 'quit' };

/** A row that does something when it is chosen; one without a move only says something. */
export interface MoveItem<Move> extends vscode.QuickPickItem {
  readonly move?: Move | undefined;
  /** For cards with several right options. */
  readonly option?: number;
}

export interface PickPage<Move> {
  readonly title: string;
  /** What is asked or explained, at any length. */
  readonly text: string;
  readonly placeholder: string;
  readonly items: readonly MoveItem<Move>[];
  /** The row that Enter takes unless another is chosen. */
  readonly active?: MoveItem<Move> | undefined;
  /** Several rows can be chosen; this makes a move of them, or undefined to stay. */
  readonly many?: ((options: readonly number[]) => Move | undefined) | undefined;
  readonly canGoBack: boolean;
  /** Backspace goes back as well, while nothing is typed. */
  readonly backspace?: boolean;
}

/** Shows a page as a quick pick. Escape quits. */
export function pick<Move>(page: PickPage<Move>): Promise<Move | Leaving> {
  const picker = vscode.window.createQuickPick<MoveItem<Move>>();
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
  return settle<Move | Leaving>(picker, (resolve) => [
    ...(page.backspace ? [takeBackspace(picker, () => resolve({ kind: 'back' }))] : []),
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
function rowsOfText<Move>(picker: vscode.QuickPick<MoveItem<Move>>, text: string): readonly MoveItem<Move>[] {
  if ('prompt' in picker) {
    picker.prompt = withoutLinks(text);
    return [];
  }
  return [
    ...inLines(text, rowWidth).map((label) => ({ label, alwaysShow: true })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
  ];
}

/** A text broken by words into lines of at most so many characters; its own paragraphs stay apart. */
function inLines(text: string, width: number): readonly string[] {
  return text.split(/\s*\n\s*/).flatMap((paragraph) => {
    const lines: string[] = [''];
    for (const word of paragraph.split(/\s+/)) {
      const line = lines.at(-1) ?? '';
      if (line.length > 0 && line.length + word.length >= width) lines.push(word);
      else lines[lines.length - 1] = `${line} ${word}`.trim();
    }
    return lines;
  });
}

const rowWidth = 84;

export interface AskPage<Move> {
  readonly title: string;
  readonly text: string;
  readonly placeholder: string;
  readonly value: string;
  /** The move that a text makes, or what is wrong with it. */
  readonly read: (value: string) => Move | string;
  readonly canGoBack: boolean;
}

/** Shows a page as an input box. Escape quits. */
export function ask<Move extends object>(page: AskPage<Move>): Promise<Move | Leaving> {
  const box = vscode.window.createInputBox();
  box.title = page.title;
  box.prompt = withoutLinks(page.text);
  box.placeholder = page.placeholder;
  box.value = page.value;
  box.ignoreFocusOut = true;
  box.buttons = page.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return settle<Move | Leaving>(box, (resolve) => [
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

/** What fits a row and its second line; neither wraps, and what is too long is cut. */
const labelWidth = 72;
const detailWidth = 92;

/** A text as rows that show all of it: a row and its second line, and more rows where that is not enough. */
export function inRows<Row extends object>(
  text: string,
  row: Row & { readonly icon?: string },
): readonly (Row & { readonly label: string; readonly detail?: string })[] {
  const { icon, ...rest } = row;
  const rows: (Row & { readonly label: string; readonly detail?: string })[] = [];
  for (let left = text; left !== ''; ) {
    const label = inLines(left, labelWidth)[0] ?? left;
    left = left.slice(label.length).trim();
    const detail = inLines(left, detailWidth)[0] ?? '';
    left = left.slice(detail.length).trim();
    const shown = rows.length === 0 && icon !== undefined ? `$(${icon}) ${label}` : label;
    rows.push({ ...(rest as unknown as Row), label: shown, ...(detail === '' ? {} : { detail }) });
  }
  return rows;
}

/** Set while Backspace goes back; the key binding of the manifest asks for it. */
const backspaceKey = 'rubricate.backspaceGoesBack';
let onBackspace: (() => void) | undefined;

/** What Backspace does while nothing is typed. */
export function pressBackspace(): void {
  onBackspace?.();
}

function takeBackspace(picker: vscode.QuickPick<vscode.QuickPickItem>, back: () => void): vscode.Disposable {
  const taking = (): void => {
    if (picker.value === '') back();
  };
  const tell = (isOn: boolean): void => void vscode.commands.executeCommand('setContext', backspaceKey, isOn);
  onBackspace = taking;
  tell(true);
  return vscode.Disposable.from(
    picker.onDidChangeValue((value) => tell(value === '')),
    new vscode.Disposable(() => {
      if (onBackspace === taking) onBackspace = undefined;
      tell(false);
    }),
  );
}

/** Shows an input until it is settled or hidden, and takes it away. */
function settle<Move>(
  input: vscode.QuickInput,
  listen: (resolve: (move: Move | Leaving) => void) => readonly vscode.Disposable[],
): Promise<Move | Leaving> {
  return new Promise((resolve) => {
    const held: vscode.Disposable[] = [];
    const end = (move: Move | Leaving): void => {
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
