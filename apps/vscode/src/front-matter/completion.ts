import { bars } from '@rubricate/core/model';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { ownMarkdown } from '../command-ids.ts';
import { markdownSelector } from '../judged-documents.ts';
import type { Services } from '../services.ts';
import { escapeMarkdown } from '../wording.ts';
import { describeQuestion } from './describe-question.ts';
import { type FrontMatterPlace, placeAt } from './place.ts';
import { competenciesFor, storyName } from './story-values.ts';

/** Completes the keys of front matter that Rubricate reads, and their values. */
export function registerFrontMatterCompletion(context: vscode.ExtensionContext, { packs }: Services): void {
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(
      markdownSelector,
      {
        async provideCompletionItems(document, position) {
          const place = placeAt(document, position);
          if (!place) return [];
          if (place.kind === 'key') return keyItems(place, position);
          const library = await packs.library(document.uri);
          const range = new vscode.Range(position.translate(0, -place.typed.length), position);
          return valueItems(place, library, document.uri).map((item) => {
            item.range = range;
            return item;
          });
        },
      },
      ':',
      ' ',
      '/',
    ),
  );
}

const keys = (): readonly { readonly key: string; readonly about: string; readonly snippet: string }[] => [
  { key: 'question', about: vscode.l10n.t('The question this answers.'), snippet: 'question: $0' },
  { key: 'level', about: vscode.l10n.t('The level aimed at, as the company names it.'), snippet: 'level: $0' },
  {
    key: 'role',
    about: vscode.l10n.t('The role whose pack judges the answer, where several share the question.'),
    snippet: 'role: $0',
  },
  {
    key: 'rubric',
    about: vscode.l10n.t('Rubrics for a text that answers no question of a pack.'),
    snippet: 'rubric: [$0]',
  },
  {
    key: 'dismiss',
    about: vscode.l10n.t('Criteria not to hint at in this file, each with a reason.'),
    snippet: 'dismiss:\n  $1: $0',
  },
  { key: 'story', about: vscode.l10n.t("The name of this story, which is its file's too."), snippet: 'story: $0' },
  {
    key: 'competencies',
    about: vscode.l10n.t('What this story is to show, and other questions it can answer.'),
    snippet: 'competencies: [$0]',
  },
];

function keyItems(
  place: FrontMatterPlace & { readonly kind: 'key' },
  position: vscode.Position,
): vscode.CompletionItem[] {
  const range = new vscode.Range(position.translate(0, -place.typed.length), position);
  return keys()
    .filter(({ key }) => !place.written.includes(key) || key === place.typed)
    .map(({ key, about, snippet }, index) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.detail = about;
      item.insertText = new vscode.SnippetString(snippet);
      item.range = range;
      item.sortText = String(index);
      // The value is chosen from a list next.
      item.command = { title: vscode.l10n.t('Suggest'), command: 'editor.action.triggerSuggest' };
      return item;
    });
}

function valueItems(
  { key, values }: FrontMatterPlace & { readonly kind: 'value' },
  library: Library,
  file: vscode.Uri,
): vscode.CompletionItem[] {
  switch (key) {
    case 'question':
      return library.questions.map(({ pack, question }) => {
        const item = valueItem(question.id, question.title);
        item.detail = pack.title;
        item.documentation = ownMarkdown(describeQuestion(question, pack, library.packs));
        // Also found by the words of its title.
        item.filterText = `${question.id} ${question.title}`;
        return item;
      });
    case 'level':
      return levelsFor(values, library).map(({ id, title }) => valueItem(id, title));
    case 'role':
      return unique(library.packs.map(({ role, title }) => ({ id: role, title }))).map(({ id, title }) =>
        valueItem(id, title),
      );
    case 'rubric':
      return unique(library.packs.flatMap((pack) => pack.rubrics ?? [])).map(({ id, title }) => valueItem(id, title));
    case 'dismiss':
      return criteriaFor(values, library).map(({ ref, title }) => valueItem(ref, title));
    case 'story':
      return [valueItem(storyName(file), vscode.l10n.t('as its file is named'))];
    case 'competencies':
      return competenciesFor(values, library).map(({ name, title, about }) => {
        const item = valueItem(name, title);
        item.filterText = `${name} ${title}`;
        item.documentation = ownMarkdown(escapeMarkdown(about));
        return item;
      });
    default:
      return [];
  }
}

function valueItem(value: string, about: string): vscode.CompletionItem {
  return new vscode.CompletionItem({ label: value, description: about }, vscode.CompletionItemKind.Value);
}

/** The ladder of the pack that has the question; with no question, every ladder. */
export function levelsFor(
  values: ReadonlyMap<string, string>,
  library: Library,
): readonly { readonly id: string; readonly title: string }[] {
  const found = library.question(values.get('question') ?? '');
  const role = values.get('role');
  const own = found.find(({ pack }) => pack.role === role)?.pack ?? found[0]?.pack;
  const levels = own ? own.levels : library.packs.flatMap((pack) => pack.levels);
  return unique([...levels, ...(own ? [] : bars.map((bar) => ({ id: bar, title: bar })))]);
}

function criteriaFor(
  values: ReadonlyMap<string, string>,
  library: Library,
): readonly { readonly ref: string; readonly title: string }[] {
  const found = library.question(values.get('question') ?? '')[0];
  const lens = found ? library.lens(found.pack.id) : undefined;
  return (found?.question.rubrics ?? []).flatMap((id) => {
    const rubric = lens?.rubrics.get(id);
    return rubric ? [...rubric.criteria, ...rubric.pitfalls] : [];
  });
}

function unique<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
