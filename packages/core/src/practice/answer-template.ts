import type { Bar, Question } from '../model/index.ts';
import type { Lens } from '../review/index.ts';

export interface AnswerTemplate {
  readonly text: string;
  /** Where to write first: the end of the first section's heading. UTF-16 offset into the text. */
  readonly cursor: number;
}

export interface AnswerTemplateOptions {
  readonly question: Question;
  readonly lens: Lens;
  readonly level: string;
  /** Needed only where packs of several roles have the question. */
  readonly role?: string | undefined;
}

/** A new answer: front matter, and the headings of the question's structure with what goes under each as a comment. */
export function answerTemplate({ question, lens, level, role }: AnswerTemplateOptions): AnswerTemplate {
  const keys = [`question: ${question.id}`, `level: ${level}`, ...(role === undefined ? [] : [`role: ${role}`])];
  const head = ['---', ...keys, '---', '', `# ${question.title}`, '', comment(question.prompt), '', ''].join('\n');
  const sections = structureOf(question, lens)?.sections ?? [];
  const parts =
    sections.length === 0
      ? ['## Answer\n']
      : sections.map(
          ({ heading, prompt, minutes }) =>
            `## ${heading}\n\n${comment(minutes ? `${minutes} min. ${prompt}` : prompt)}\n`,
        );
  const first = head + (parts[0] ?? '');
  return { text: head + parts.join('\n'), cursor: first.indexOf('\n', head.length) };
}

/** The structure a question names, or the first that is for one of its rubrics or what those extend. */
export function structureOf(
  question: Question,
  lens: Pick<Lens, 'structures' | 'rubrics'>,
): Lens['structures'][number] | undefined {
  const rubrics = new Set(question.rubrics.flatMap((id) => lens.rubrics.get(id)?.chain ?? [id]));
  return (
    lens.structures.find(({ id }) => id === question.structure) ??
    lens.structures.find((structure) => structure.rubrics?.some((id) => rubrics.has(id)))
  );
}

const lineWidth = 100;

/** An HTML comment, which earns nothing; two hyphens would end it early in some readers. */
function comment(text: string): string {
  const words = text.replace(/-{2,}/g, '–').split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '<!--';
  for (const word of [...words, '-->']) {
    if (line.length + 1 + word.length > lineWidth && word !== '-->') {
      lines.push(line);
      line = `     ${word}`;
    } else line = `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** The level to write into an answer to a question of this lens: the target's own where the ladder has it, else by its bar. */
export function levelFor(lens: Lens, target: { readonly level: string; readonly bar: Bar } | undefined): string {
  const own = lens.levels.find(({ id }) => id === target?.level);
  const wanted = target?.bar ?? 'senior';
  return (own ?? lens.levels.find(({ bar }) => bar === wanted))?.id ?? wanted;
}

/** `home-feed.md`, then `home-feed-2.md`, `home-feed-3.md` and so on. */
export function answerFileName(question: string, attempt: number): string {
  const name = question.split('/').at(-1) ?? 'answer';
  return attempt <= 1 ? `${name}.md` : `${name}-${attempt}.md`;
}
