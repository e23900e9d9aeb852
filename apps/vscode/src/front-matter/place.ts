import type * as vscode from 'vscode';

/** What stands at a position of front matter: a key being written, or the value of one. */
export type FrontMatterPlace =
  | { readonly kind: 'key'; readonly written: readonly string[]; readonly typed: string }
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly typed: string;
      readonly values: ReadonlyMap<string, string>;
    };

/** Front matter longer than this is not completed in. */
const mostLines = 60;

/** Finds the place by lines, since front matter that is just being written is not yet YAML, nor closed. */
export function placeAt(document: vscode.TextDocument, position: vscode.Position): FrontMatterPlace | undefined {
  if (position.line === 0 || position.line > mostLines || !/^\uFEFF?---\s*$/.test(document.lineAt(0).text))
    return undefined;
  const values = new Map<string, string>();
  let owner: string | undefined;
  const last = Math.min(document.lineCount, mostLines);
  for (let line = 1; line < last; line++) {
    const { text } = document.lineAt(line);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) {
      if (line <= position.line) return undefined;
      break;
    }
    // Unclosed, it ends where prose starts.
    if (/^#{1,6} /.test(text) && line <= position.line) return undefined;
    const entry = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(text);
    if (entry?.[1] !== undefined) values.set(entry[1], (entry[2] ?? '').trim());
    if (line < position.line && entry?.[1] !== undefined) owner = entry[1];
  }
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const entry = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(before);
  if (entry?.[1] !== undefined) return { kind: 'value', key: entry[1], typed: lastWord(entry[2] ?? ''), values };
  const item = /^\s*-\s+(.*)$/.exec(before);
  if (item && owner !== undefined) return { kind: 'value', key: owner, typed: lastWord(item[1] ?? ''), values };
  if (/^[A-Za-z-]*$/.test(before)) return { kind: 'key', written: [...values.keys()], typed: before };
  return undefined;
}

/** Of a list in brackets, the element being written. */
function lastWord(typed: string): string {
  return typed.split(/[[\],\s]+/).at(-1) ?? '';
}
