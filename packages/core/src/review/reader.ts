import { type CompiledEvidence, makeReadingCache, narrowed, type ReadingCache } from '../evidence/index.ts';
import type { Lens, ResolvedRubric } from './lens.ts';

/** What it takes to read an answer for some rubrics: the signals their rules ask for, and what was read before. */
export interface RubricReader {
  readonly evidence: CompiledEvidence;
  readonly cache: ReadingCache;
}

interface Readers {
  readonly byRubrics: Map<string, RubricReader>;
  /** What a block says in itself is the same for all of them. */
  readonly blocks: ReadingCache['blocks'];
}

const readers = new WeakMap<CompiledEvidence, Readers>();

/**
 * A pack and those it builds on know many rubrics; an answer is judged by one or two. Signals that only others ask for
 * are not looked for.
 */
export function readerFor({ evidence, fieldRubrics }: Lens, rubrics: readonly ResolvedRubric[]): RubricReader {
  let known = readers.get(evidence);
  if (!known) {
    known = { byRubrics: new Map(), blocks: makeReadingCache().blocks };
    readers.set(evidence, known);
  }
  const key = rubrics.map(({ id }) => id).join(' ');
  let reader = known.byRubrics.get(key);
  if (!reader) {
    const refs = rubrics.flatMap(({ criteria, pitfalls }) => [...criteria, ...pitfalls].map(({ ref }) => ref));
    // In a story plain words are to the matter, so that no paragraph of it is left out.
    const leavesAsides = rubrics.every(({ story, chain }) => !story && chain.some((id) => fieldRubrics.has(id)));
    reader = {
      evidence: narrowed(evidence, refs, leavesAsides),
      cache: { ...makeReadingCache(), blocks: known.blocks },
    };
    known.byRubrics.set(key, reader);
  }
  return reader;
}
