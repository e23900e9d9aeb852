import * as vscode from 'vscode';
import { escapeMarkdown } from '../wording.ts';
import { type Desk, isServedByOthers, subjectOf, yamlSelector } from './subject.ts';
import { type Suggestion, suggestionsAt } from './suggestions.ts';

/** Characters after which something can be chosen. A space follows a colon or a dash. */
const triggers = [' ', ':', '-', '/', '#', '@', '|', '[', '"'];

/** Completes keys, values and names in packs and in `rubricate.yaml`. */
export function registerPackCompletion(desk: Desk): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    yamlSelector,
    {
      async provideCompletionItems(document, position) {
        const subject = await subjectOf(document, desk, { folders: true });
        if (!subject) return undefined;
        const offset = document.offsetAt(position);
        const found = suggestionsAt(document.getText(), offset, subject.book, subject.names);
        if (!found) return undefined;
        const start = document.positionAt(found.start);
        const range = {
          inserting: new vscode.Range(start, position),
          replacing: new vscode.Range(start, document.positionAt(found.end)),
        };
        // Keys and values would stand in the list twice; the names of packs only we know.
        const isServed = isServedByOthers(document.uri);
        return found.list
          .filter(({ sort }) => !isServed || sort === 'name')
          .map((suggestion, index) => itemOf(suggestion, index, range));
      },
    },
    ...triggers,
  );
}

const kinds = {
  key: vscode.CompletionItemKind.Property,
  element: vscode.CompletionItemKind.Struct,
  value: vscode.CompletionItemKind.EnumMember,
  name: vscode.CompletionItemKind.Reference,
} as const;

function itemOf(
  { label, sort, snippet, title, about, isNeeded, asksOn }: Suggestion,
  index: number,
  range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
): vscode.CompletionItem {
  const isElement = sort === 'element';
  const told = isElement ? vscode.l10n.t('All that is needed') : label;
  const description = isElement ? label : sort === 'key' && isNeeded ? vscode.l10n.t('needed') : brief(title);
  const item = new vscode.CompletionItem({ label: told, description }, kinds[sort]);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = range;
  item.filterText = isElement ? label : snippet.startsWith('"') ? `"${label}` : label;
  // In the order of the schema and of the files, which is the order people write in; what is needed comes first.
  item.sortText = `${isNeeded ? 0 : 1}${String(index).padStart(5, '0')}`;
  if (about !== '') item.documentation = new vscode.MarkdownString(markdownOf(about, sort));
  if (asksOn) item.command = { title: vscode.l10n.t('Suggest'), command: 'editor.action.triggerSuggest' };
  return item;
}

/** A longer one would take the room of the name; the whole stands beside the list. */
function brief(title: string): string {
  return title.length > 34 ? `${title.slice(0, 33).trimEnd()}…` : title;
}

/** Descriptions of the schema are Markdown of ours; what a pack says of its names is shown as text, whatever marks are in it. */
function markdownOf(about: string, sort: Suggestion['sort']): string {
  return sort === 'name' ? about.split('\n\n').map(escapeMarkdown).join('\n\n') : about;
}
