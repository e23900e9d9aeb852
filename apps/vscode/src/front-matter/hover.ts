import { claimOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { ownMarkdown } from '../command-ids.ts';
import { claimLine } from '../explain/claim-words.ts';
import { toRange } from '../hints.ts';
import { markdownSelector } from '../judged-documents.ts';
import { ownTarget, type Services } from '../services.ts';
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
                ? found.map(({ question, pack }) => describeQuestion(question, pack, library.packs)).join('\n\n---\n\n')
                : undefined;
            }
            case 'level': {
              const own = judgement.ok ? ownTarget(judgement) : undefined;
              const level = own?.lens.levels.find(({ id }) => id === own.level);
              if (!own || !level) return undefined;
              const expects = level.expects.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
              return [
                `**${escapeMarkdown(level.title)}** (${level.id})`,
                escapeMarkdown(level.summary),
                expects,
                claimLine(claimOf(own.lens.pack, level, library.packs)),
              ]
                .filter(Boolean)
                .join('\n\n');
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
