import { type Span, spansOf } from '../../evidence/index.ts';
import { type Answer, tokenise } from '../../text/index.ts';
import type { DrillRecord } from '../fold.ts';
import { seededRandom } from '../random.ts';
import { checkDrill, type DrillReading } from './check.ts';
import { commentedDrill } from './comment.ts';
import { drillReader, type FoundDrill, signalNames } from './drills.ts';

/** A failure that can happen to something the answer names. */
export interface FittingDrill extends FoundDrill {
  /** The words that name the component. UTF-16 offsets in the text. */
  readonly component: Span;
  /** The sentence they stand in. */
  readonly sentence: Span;
}

/** The failures that fit a component the answer itself names, in the order of the packs. */
export function fittingDrills(reading: DrillReading): readonly FittingDrill[] {
  return reading.drills.flatMap((found) => {
    const [first] = reading.whole.signal(signalNames.component(found.key)).sightings;
    const sentence = first && spansOf(first)[0];
    return sentence ? [{ ...found, sentence, component: componentIn(reading, found, sentence) }] : [];
  });
}

function componentIn({ answer, target, library }: DrillReading, { key }: FoundDrill, sentence: Span): Span {
  const { vocabulary } = drillReader(target.lens, library).evidence;
  const wanted = new Set(vocabulary.idsOf(signalNames.component(key)));
  const tokens = tokenise(answer.slice(sentence.start, sentence.end));
  const hit = vocabulary.read(tokens).find(({ concept }) => wanted.has(concept));
  if (!hit) return sentence;
  return {
    start: sentence.start + (tokens.start[hit.from] as number),
    end: sentence.start + (tokens.end[hit.to - 1] as number),
  };
}

export interface DrillChoice {
  /** Failures raised so far for this answer, oldest first. */
  readonly raised: readonly DrillRecord[];
  readonly seed: number;
}

/**
 * Chooses a failure for an answer: one that fits, is not open, and is not answered by the text as it is; rather one that was
 * never raised here, and never the last one again while there is another. The same seed gives the same failure. Undefined
 * when none is left.
 */
export function chooseDrill(reading: DrillReading, { raised, seed }: DrillChoice): FittingDrill | undefined {
  const open = new Set([
    ...raised.filter(({ state }) => state === 'open').map((record) => record.raised.drill),
    ...drillsInText(reading.answer),
  ]);
  const last = raised.at(-1)?.raised.drill;
  const before = new Set(raised.map((record) => record.raised.drill));
  const free = fittingDrills(reading).filter((found) => !open.has(found.key) && !checkDrill(reading, found).closed);
  const fresh = free.filter(({ key }) => !before.has(key));
  const others = free.filter(({ key }) => key !== last);
  const pool = fresh.length > 0 ? fresh : others.length > 0 ? others : free;
  return pool[Math.floor(seededRandom(seed)() * pool.length)];
}

/** The failures whose comments stand in a text, in their order. */
export function drillsInText(answer: Answer): readonly string[] {
  return [
    ...new Set(answer.chunks.flatMap(({ chunk }) => chunk.blocks.flatMap((block) => commentedDrill(block) ?? []))),
  ];
}
