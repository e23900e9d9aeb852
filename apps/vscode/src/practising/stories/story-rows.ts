import type { Story, StoryCompetency, StoryMatrix, StorySlot } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { practiceIds } from '../../practice/ids.ts';
import { type ProgressRow, plain } from '../../practice/progress/row.ts';
import { escapeMarkdown } from '../../wording.ts';
import { titlesOf, weaknesses } from './story-words.ts';

/** The rows of the progress tree under "Stories": what is asked for, the stories there are, what they show. */
export function storiesRow(matrix: StoryMatrix): ProgressRow {
  const { slots, stories, competencies } = matrix;
  const asked = slots.filter(({ task }) => task !== undefined);
  const counted = asked.length > 0 ? asked : slots;
  const told = counted.filter((slot) => slot.stories.length > 0).length;
  const description = vscode.l10n.t('{0} of {1}', told, counted.length);
  const label = vscode.l10n.t('Stories');
  return {
    ...plain,
    id: 'stories',
    label,
    description,
    tooltip: vscode.l10n.t(
      'One Markdown file a story, in the folder "stories", with "story: name" in its front matter. {0} of {1} questions that want a story have one.',
      told,
      counted.length,
    ),
    spoken: `${label}, ${vscode.l10n.t('{0} of {1} questions have a story', told, counted.length)}`,
    icon: 'book',
    kind: 'stories',
    rows: [
      ...(asked.length > 0 ? asked.map((slot) => slotRow(slot, matrix)) : []),
      group('stories/told', vscode.l10n.t('Told'), 'note', stories.map(storyRow)),
      group(
        'stories/more',
        asked.length > 0 ? vscode.l10n.t('Other questions') : vscode.l10n.t('Questions'),
        'question',
        slots.filter((slot) => asked.length === 0 || slot.task === undefined).map((slot) => slotRow(slot, matrix)),
      ),
      group(
        'stories/competencies',
        vscode.l10n.t('What they show'),
        'checklist',
        competencies.filter(({ isExpected }) => isExpected).map((one) => competencyRow(one, matrix)),
      ),
    ].filter(({ kind, rows }) => kind !== 'stories.group' || rows.length > 0),
  };
}

function group(id: string, label: string, icon: string, rows: readonly ProgressRow[]): ProgressRow {
  const description = String(rows.length);
  const spoken = `${label}, ${description}`;
  return {
    ...plain,
    id,
    label,
    description,
    tooltip: escapeMarkdown(label),
    spoken,
    icon,
    kind: 'stories.group',
    rows,
  };
}

function slotRow({ question, pack, task, stories, candidates }: StorySlot, { stories: all }: StoryMatrix): ProgressRow {
  const [first] = stories;
  const description =
    stories.length > 0
      ? titlesOf(stories, all)
      : candidates.length > 0
        ? vscode.l10n.t('none yet; perhaps {0}', titlesOf(candidates, all))
        : vscode.l10n.t('no story yet');
  const open = all.find(({ id }) => id === first);
  return {
    ...plain,
    id: open ? `${storyPrefix}${question.id} ${open.file}` : `slot/${question.id}`,
    label: question.title,
    description,
    tooltip: [
      `**${escapeMarkdown(question.title)}**`,
      escapeMarkdown(question.prompt),
      ...(task === undefined ? [] : [vscode.l10n.t('The plan: {0}', escapeMarkdown(task))]),
      escapeMarkdown(pack.title),
    ].join('\n\n'),
    spoken: `${question.title}, ${description}`,
    ...(stories.length > 0 ? metIcon : candidates.length > 0 ? partialIcon : missingIcon),
    kind: 'slot',
    command: open
      ? { id: practiceIds.openStory, title: vscode.l10n.t('Open story') }
      : { id: practiceIds.newStory, title: vscode.l10n.t('New story') },
    question: question.id,
  };
}

function storyRow(story: Story): ProgressRow {
  const weak = weaknesses(story);
  const description = weak.length === 0 ? vscode.l10n.t('nothing weak') : weak.join(' · ');
  return {
    ...plain,
    id: `${storyPrefix}told ${story.file}`,
    label: story.title,
    description,
    tooltip: [
      `**${escapeMarkdown(story.title)}**`,
      weak.length === 0
        ? vscode.l10n.t('Nothing weak was found.')
        : weak.map((one) => `- ${escapeMarkdown(one)}`).join('\n'),
    ].join('\n\n'),
    spoken: `${story.title}, ${description}`,
    ...(weak.length === 0 ? metIcon : partialIcon),
    kind: 'story',
    command: { id: practiceIds.openStory, title: vscode.l10n.t('Open story') },
  };
}

function competencyRow({ criterion, met, partial, claimed }: StoryCompetency, { stories }: StoryMatrix): ProgressRow {
  const description =
    met.length > 0
      ? titlesOf(met, stories)
      : partial.length > 0
        ? vscode.l10n.t('in part: {0}', titlesOf(partial, stories))
        : claimed.length > 0
          ? vscode.l10n.t('claimed, not shown: {0}', titlesOf(claimed, stories))
          : vscode.l10n.t('no story shows it');
  return {
    ...plain,
    id: `competency/${criterion.ref}`,
    label: criterion.title,
    description,
    tooltip: [
      `**${escapeMarkdown(criterion.title)}**`,
      escapeMarkdown(criterion.hint),
      escapeMarkdown(criterion.why),
    ].join('\n\n'),
    spoken: `${criterion.title}, ${description}`,
    ...(met.length > 0 ? metIcon : partial.length > 0 ? partialIcon : missingIcon),
    kind: 'competency',
  };
}

/** Told apart by their shapes; the colours only help. */
const metIcon = { icon: 'pass', color: 'rubricate.met' } as const;
const partialIcon = { icon: 'color-mode', color: 'rubricate.partial' } as const;
const missingIcon = { icon: 'circle-large-outline', color: undefined } as const;

const storyPrefix = 'story/';

/** The file of a row's story. */
export function storyFileOf(asked: unknown): vscode.Uri | undefined {
  if (typeof asked !== 'object' || asked === null || !('id' in asked) || typeof asked.id !== 'string') return undefined;
  const { id } = asked;
  return id.startsWith(storyPrefix) ? vscode.Uri.parse(id.slice(id.indexOf(' ') + 1), true) : undefined;
}
