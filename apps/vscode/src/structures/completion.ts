import type { Lens } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { markdownSelector } from '../judged-documents.ts';
import type { Services } from '../services.ts';
import { contributedPack } from './contributed-pack.ts';
import { frameSnippet, structureSnippet } from './structure-snippet.ts';

/** Completes the structures and sentence frames of an answer's pack by their prefixes, such as `rub-design`. */
export function registerStructureCompletion(context: vscode.ExtensionContext, { packs, reviews }: Services): void {
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(markdownSelector, {
      async provideCompletionItems(document, position) {
        const judgement = reviews.current(document.uri);
        if (!judgement?.ok || document.offsetAt(position) < judgement.answer.bodyStart) return [];
        const library = await packs.library(document.uri);
        const contributed = library.packs.find(({ id }) => id === contributedPack);
        const known = new Set(
          [...(contributed?.structures ?? []), ...(contributed?.frames ?? [])].map(({ prefix }) => prefix),
        );
        const range = document.getWordRangeAtPosition(position, /[\w-]+/);
        return itemsOf(judgement.target.lens, known).map((item) => {
          if (range) item.range = range;
          return item;
        });
      },
    }),
  );
}

function itemsOf({ structures, frames }: Lens, known: ReadonlySet<string>): readonly vscode.CompletionItem[] {
  return [
    ...structures.map((structure) => ({ ...structure, snippet: structureSnippet(structure) })),
    ...frames.map((frame) => ({ ...frame, snippet: frameSnippet(frame) })),
  ]
    .filter(({ prefix }) => !known.has(prefix))
    .map(({ prefix, title, about, snippet }) => {
      const item = new vscode.CompletionItem({ label: prefix, description: title }, vscode.CompletionItemKind.Snippet);
      item.insertText = new vscode.SnippetString(snippet);
      item.documentation = about;
      return item;
    });
}
