import type { Question } from '../model/index.ts';
import type { Lens } from '../review/index.ts';
import { type AnswerTemplate, answerTemplate } from './answer-template.ts';

export interface StoryTemplateOptions {
  /** The story's name, which is its file's too. */
  readonly id: string;
  readonly title: string;
  readonly lens: Lens;
  readonly level: string;
  /** The question it is to answer; with none, one that any of its kind can be answered with. */
  readonly question: Question | undefined;
}

/** A new story: front matter, and the headings of the structure for stories. Undefined where no pack judges stories. */
export function storyTemplate({ id, title, lens, level, question }: StoryTemplateOptions): AnswerTemplate | undefined {
  const rubric = [...lens.rubrics.values()].find(({ story }) => story);
  if (!rubric) return undefined;
  const asked: Question = question ?? {
    id: 'any/story',
    title,
    prompt: 'A story from your work: one occasion, what was at stake, what you did, and what came of it.',
    rubrics: [rubric.id],
    minutes: 5,
    about: [],
    origin: 'ours',
  };
  const { text, cursor } = answerTemplate({ question: { ...asked, title }, lens, level });
  const named = question ? `question: ${question.id}` : `rubric: ${rubric.id}`;
  const head = `---\nstory: ${id}\n${named}\nlevel: ${level}\ncompetencies: []\n---\n`;
  const body = text.slice(text.indexOf('\n---\n') + '\n---\n'.length);
  return { text: head + body, cursor: cursor + head.length + body.length - text.length };
}

/** A name for a story's file from its title: letters, digits and hyphens. */
export function storyId(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return name || 'story';
}
