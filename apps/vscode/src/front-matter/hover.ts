import * as vscode from 'vscode';
import { ownMarkdown } from '../command-ids.ts';
import { toRange } from '../hints.ts';
import { markdownSelector } from '../judged-documents.ts';
import type { Services } from '../services.ts';
import { escapeMarkdown } from '../wording.ts';
import { describeQuestion } from './describe-question.ts';

/** Tells of the question, the level and the rubrics that front matter names. */
export function registerFrontMatterHover(context: vscode.ExtensionContext, { packs, reviews }: Services): void {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(markdownSelector, {
      async provideHover(document, position) {
        if (!reviews.current(document.uri)) return undefined;
        const judgement = await reviews.review(document.uri);
        const offset = document.offsetAt(position);
        const entry = judgement?.answer.frontMatter?.entries.find(
          ({ keyRange, valueRange }) => keyRange.start <= offset && offset <= valueRange.end,
        );
        if (!judgement || !entry) return undefined;
        const library = await packs.library(document.uri);
        const text = ((): string | undefined => {
          switch (entry.key) {
            case 'question': {
              const found = library.question(String(entry.value));
              return found.length > 0
                ? found.map(({ question, pack }) => describeQuestion(question, pack)).join('\n\n---\n\n')
                : undefined;
            }
            case 'level': {
              const level = judgement.ok
                ? judgement.target.lens.levels.find(({ id }) => id === judgement.target.level)
                : undefined;
              if (!level) return undefined;
              const expects = level.expects.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
              return `**${escapeMarkdown(level.title)}** (${level.id})\n\n${escapeMarkdown(level.summary)}\n\n${expects}`;
            }
            case 'rubric': {
              const rubrics = judgement.ok ? judgement.target.rubrics : [];
              return rubrics.length > 0
                ? rubrics.map(({ id, title }) => `**${escapeMarkdown(title)}** \`${id}\``).join('\n\n')
                : undefined;
            }
            default:
              return undefined;
          }
        })();
        const span = { start: entry.keyRange.start, end: entry.valueRange.end };
        return text === undefined ? undefined : new vscode.Hover(ownMarkdown(text), toRange(document, span));
      },
    }),
  );
}
