import { storyId } from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import type * as vscode from 'vscode';

/** What the front matter of a story may claim. */
export interface Competency {
  /** As it is written: a criterion without its rubric, or a question in full. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** The criterion; undefined for a question. */
  readonly ref: string | undefined;
}

/** The name a story has by its file. */
export function storyName(file: vscode.Uri): string {
  const last = file.path.slice(file.path.lastIndexOf('/') + 1);
  return storyId(last.replace(/\.[^.]*$/, ''));
}

/** What stories are judged by in the pack that has the question, then the questions that want a story; with no question, of every pack. */
export function competenciesFor(values: ReadonlyMap<string, string>, library: Library): readonly Competency[] {
  const found = library.question(values.get('question') ?? '').map(({ pack }) => pack);
  const packs = found.length > 0 ? found : library.packs;
  const rubrics = packs.flatMap(({ id }) =>
    [...(library.lens(id)?.rubrics.values() ?? [])].filter(({ story }) => story),
  );
  const criteria = rubrics
    .flatMap((rubric) => rubric.criteria)
    .filter(({ weight }) => weight > 0)
    .map(({ ref, title, hint }) => ({ name: ref.slice(ref.indexOf('/') + 1), title, about: hint, ref }));
  const questions = library.questions
    .filter(({ question }) => question.rubrics.some((id) => rubrics.some((rubric) => rubric.id === id)))
    .map(({ question: { id, title, prompt } }) => ({ name: id, title, about: prompt, ref: undefined }));
  return [...new Map([...criteria, ...questions].map((one) => [one.name, one])).values()];
}

/** What a claim stands for: `pinterest/data-pushback` may be written in full or as `data-pushback`. */
export function competencyNamed(name: string, known: readonly Competency[]): Competency | undefined {
  return known.find((one) => [one.name, one.ref, one.name.slice(one.name.indexOf('/') + 1)].includes(name));
}
