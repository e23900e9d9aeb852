import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Question } from '@rubricate/core/model';

const folder = join(import.meta.dirname, '..', '..', 'examples');

/** A question with a weak and a strong answer among the examples; paths from their folder. */
interface ExampleAnswers {
  readonly question: Question;
  readonly weak: string;
  readonly strong: string;
}

/** The pairs of answers in `examples/` and `examples/stories/` to questions that ship, by name. */
export function exampleAnswers(packs: readonly Pack[]): readonly ExampleAnswers[] {
  const questions = new Map(packs.flatMap((pack) => (pack.questions ?? []).map((one) => [one.id, one] as const)));
  const files = ['', 'stories/'].flatMap((inner) => readdirSync(join(folder, inner)).map((name) => `${inner}${name}`));
  return files
    .filter((name) => name.endsWith('-strong.md'))
    .sort()
    .flatMap((strong) => {
      const id = /^question: (\S+)$/m.exec(readFileSync(join(folder, strong), 'utf8'))?.[1];
      const question = id === undefined ? undefined : questions.get(id);
      const weak = strong.replace(/strong\.md$/, 'weak.md');
      return question && files.includes(weak) ? [{ question, weak, strong }] : [];
    });
}
