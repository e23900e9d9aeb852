import { claimOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { ownMarkdown } from '../command-ids.ts';
import { claimLine } from '../explain/claim-words.ts';
import { toRange } from '../hints.ts';
import { markdownSelector } from '../judged-documents.ts';
import { type Judgement, ownTarget, type Services } from '../services.ts';
import { escapeMarkdown, statusName } from '../wording.ts';
import { describeQuestion } from './describe-question.ts';
import { type Competency, competenciesFor, competencyNamed } from './story-values.ts';

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
            case 'story':
              return vscode.l10n.t(
                'A story of yours. The story matrix sets it against the questions it is named for and what it shows.',
              );
            case 'competencies': {
              const values = new Map(
                (judgement.answer.frontMatter?.entries ?? []).map(({ key, value }) => [key, String(value)] as const),
              );
              const known = competenciesFor(values, library);
              const names: readonly unknown[] = Array.isArray(entry.value) ? entry.value : [entry.value];
              const told = names
                .filter((name): name is string => typeof name === 'string' && name !== '')
                .map((name) => competencyLine(name, competencyNamed(name, known), judgement));
              return told.length > 0 ? told.join('\n\n') : undefined;
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

/** What is claimed and, where the text is judged by it, whether it shows. */
function competencyLine(name: string, found: Competency | undefined, judgement: Judgement): string {
  if (!found) return escapeMarkdown(vscode.l10n.t('"{0}" is no question or competency', name));
  const review = judgement.ok
    ? judgement.review.criteria.find(({ criterion }) => criterion.ref === found.ref)
    : undefined;
  const title = `**${escapeMarkdown(found.title)}**${review ? ` · ${statusName(review.status)}` : ''}`;
  return `${title}\n\n${escapeMarkdown(found.about)}`;
}
