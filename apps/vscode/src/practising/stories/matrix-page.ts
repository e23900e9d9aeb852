import type { Story, StoryMatrix } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../wording.ts';
import { weaknesses } from './story-words.ts';

/** The matrix as a Markdown page: questions and competencies down, stories across, and what each story lacks. */
export function matrixPage(matrix: StoryMatrix | undefined): string {
  const title = `# ${vscode.l10n.t('Story matrix')}`;
  if (!matrix) return `${title}\n\n${vscode.l10n.t('No pack that is loaded judges stories.')}\n`;
  const { stories, slots, competencies, doubles, level } = matrix;
  const empty = vscode.l10n.t(
    'There is no story yet. "Rubricate: New Story" makes the first one, a file in the folder "stories".',
  );
  const asked = slots.filter(({ task }) => task !== undefined);
  const others = slots.filter(({ task }) => task === undefined);
  const mark = (ids: readonly string[], perhaps: readonly string[]) => (id: string) =>
    ids.includes(id) ? '●' : perhaps.includes(id) ? '○' : '';
  const table = (heading: string, rows: readonly Row[]): readonly string[] =>
    rows.length === 0 ? [] : [`## ${heading}`, tableOf(rows, stories)];
  const parts = [
    title,
    stories.length === 0
      ? empty
      : vscode.l10n.t('Read at {0}. ● shown or named, ○ in part or perhaps, ✗ claimed and not shown.', level),
    ...table(
      vscode.l10n.t('Asked for by the plan'),
      asked.map(({ question, task = '', stories: named, candidates }) => ({
        label: question.title,
        note: task,
        mark: mark(named, candidates),
      })),
    ),
    ...table(
      vscode.l10n.t('Other questions that want a story'),
      others.map(({ question, stories: named, candidates }) => ({
        label: question.title,
        note: '',
        mark: mark(named, candidates),
      })),
    ),
    ...table(
      vscode.l10n.t('What the stories show'),
      competencies.map(({ criterion, isExpected, met, partial, claimed }) => ({
        label: criterion.title,
        note: isExpected ? '' : vscode.l10n.t('above this level'),
        mark: (id) => mark(met, partial)(id) || (claimed.includes(id) ? '✗' : ''),
      })),
    ),
    ...(stories.length === 0 ? [] : [`## ${vscode.l10n.t('What is weak')}`]),
    ...stories.map((story) => {
      const weak = weaknesses(story);
      const lines = weak.length === 0 ? [vscode.l10n.t('nothing weak')] : weak;
      return `**[${escapeMarkdown(story.title)}](${story.file})**\n\n${lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')}`;
    }),
    ...doubles.map((file) =>
      vscode.l10n.t(
        'The story in {0} has the name of another one, so it is not counted.',
        escapeMarkdown(vscode.workspace.asRelativePath(vscode.Uri.parse(file, true))),
      ),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Row {
  readonly label: string;
  readonly note: string;
  readonly mark: (story: string) => string;
}

function tableOf(rows: readonly Row[], stories: readonly Story[]): string {
  const head = ['', ...stories.map(({ title }) => escapeMarkdown(title))];
  const body = rows.map(({ label, note, mark }) => {
    const name = note === '' ? escapeMarkdown(label) : `${escapeMarkdown(label)}<br>*${escapeMarkdown(note)}*`;
    const marks = stories.map(({ id }) => mark(id));
    return `| ${[name, ...(stories.length === 0 ? [vscode.l10n.t('no story yet')] : marks)].join(' | ')} |`;
  });
  const columns = stories.length === 0 ? ['', ''] : head;
  return [
    `| ${columns.join(' | ')} |`,
    `|${columns.map((_, index) => (index === 0 ? '---' : ':-:')).join('|')}|`,
    ...body,
  ].join('\n');
}
