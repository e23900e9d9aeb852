import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';

const pick = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('The packs have nothing to practise.');
  return found;
};

/** What a large journal is made of: questions and cards of the built packs, and a text of some length. */
export const readBench = async () => {
  const packs = join(root, 'apps', 'vscode', 'dist', 'packs');
  const read = async (id: string) =>
    JSON.parse(await readFile(join(packs, `${id}.json`), 'utf8')) as {
      readonly questions: readonly { readonly id: string }[];
      readonly cards?: readonly { readonly id: string }[];
    };
  const [pinterest, foundations] = [await read('pinterest-software-engineer'), await read('foundations')];
  const questions = [...pinterest.questions, ...foundations.questions].map(({ id }) => id);
  const cards = (foundations.cards ?? []).map(({ id }) => `foundations/${id}`);
  const strong = await readFile(join(root, 'examples', 'home-feed-strong.md'), 'utf8');
  const body = strong.slice(strong.indexOf('\n# ')).slice(0, 2_000);

  /** Nine cards to one attempt, over some months. */
  const eventOf = (index: number): Record<string, unknown> => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 30 * 60_000).toISOString();
    const common = { v: 1, id: `bench${String(index).padStart(8, '0')}`, at, writer: 'bench' };
    if (index % 10 !== 0)
      return { ...common, kind: 'card-answered', card: pick(cards, index), right: index % 3 !== 0, chosen: 0 };
    const signal = pick(['strong-no', 'lean-no', 'lean-yes'], index / 10);
    return {
      ...common,
      kind: 'attempt-recorded',
      question: pick(questions, index / 10),
      pack: 'pinterest-software-engineer',
      level: 'L5',
      text: `${body}\n${index}`,
      review: {
        words: 300,
        hire: { signal, low: signal, high: signal },
        reading: { bar: 'mid', low: 'mid', high: 'senior' },
        criteria: Array.from({ length: 12 }, (_, one) => ({
          ref: `system-design/${one}`,
          status: pick(['met', 'partial', 'missing'], one + index),
          expected: true,
        })),
        pitfalls: [],
      },
    };
  };

  return { eventOf, questions, body, pick };
};
