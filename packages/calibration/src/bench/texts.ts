import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const examples = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

/** A text of `size` characters made of the example answers, each copy with words of its own: nothing in it repeats as it is. */
export function textOf(size: number): string {
  const answers = readdirSync(examples)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readFileSync(join(examples, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  let text = '---\nquestion: pinterest/home-feed\nlevel: L5\n---\n\n';
  for (let copy = 0; text.length < size; copy++) {
    text += (answers[copy % answers.length] as string).replace(/\b(the)\b/g, (word, _, at: number) =>
      at % 7 === copy % 7 ? `${word} part${copy.toString(36)}` : word,
    );
  }
  return text.slice(0, size);
}
