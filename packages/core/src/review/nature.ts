import type { FormCounts } from '../evidence/index.ts';
import type { ReviewReason } from './reasons.ts';

/** What a text is made of, as a whole; only an answer is judged by what it says. */
export type Nature = 'answer' | 'disordered' | 'glossary' | 'word-list' | 'denial';

/** Fewer sentences say nothing of a text that has just been begun. */
const fewest = 8;

/**
 * What kind of text it is, by how its sentences are made. The shares are far from those of real texts: of some 170 answers
 * and design docs read for this, none had more than a fifth of its sentences as definitions or lists of words, none more
 * than 4 in 100 small words out of order, and, but for one, none more than 4 in 10 sentences with a "not".
 */
export function natureOf(form: FormCounts): Nature {
  const { sentences, joints, disorder, defining, denying, listing } = form;
  if (disorder >= 2 && disorder / joints >= 0.06) return 'disordered';
  if (sentences < fewest) return sentences <= 2 && listing === sentences && listing > 0 ? 'word-list' : 'answer';
  if (defining / sentences >= 0.6) return 'glossary';
  if (listing / sentences >= 0.6) return 'word-list';
  if (denying / sentences >= 0.8) return 'denial';
  return 'answer';
}

/** Why such a text earns nothing, for the reader of the review. */
export const natureReasons: Readonly<Record<Exclude<Nature, 'answer'>, ReviewReason>> = {
  disordered: { code: 'nature', nature: 'disordered' },
  glossary: { code: 'nature', nature: 'glossary' },
  'word-list': { code: 'nature', nature: 'word-list' },
  denial: { code: 'nature', nature: 'denial' },
};
