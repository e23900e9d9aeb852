import type { ChunkReading } from './observe.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** More sightings of a signal are not told apart; no rule may ask for more. */
export const mostSightings = 30;

/** Where a signal was seen: the one or two spans that show it, counted from `base`, with its keys. */
export interface Sighting {
  readonly keys: readonly string[];
  readonly spans: readonly Span[];
  readonly base: number;
}

/** The spans of a sighting, counted from where its base is. */
export function spansOf({ spans, base }: Sighting): readonly Span[] {
  return spans.map(({ start, end }) => ({ start: base + start, end: base + end }));
}

/** What was seen of one signal so far. `seen` holds a fingerprint for each sighting, in the same order. */
export interface Draft {
  count: number;
  readonly keys: Set<string>;
  first: number;
  readonly sightings: Sighting[];
  readonly seen: Set<number>;
}

/** The same words said again are one sighting: saying a point ten times earns it once. */
export function merge(into: Draft | undefined, part: Draft, shift: number): Draft {
  const draft = into ?? { count: 0, keys: new Set(), first: shift + part.first, sightings: [], seen: new Set() };
  for (const key of part.keys) draft.keys.add(key);
  let index = 0;
  for (const fingerprint of part.seen) {
    if (draft.count >= mostSightings) break;
    const { keys, spans, base } = part.sightings[index++] as Sighting;
    if (draft.seen.has(fingerprint)) continue;
    draft.seen.add(fingerprint);
    draft.count++;
    draft.sightings.push({ keys, spans, base: shift + base });
  }
  return draft;
}

/** Adds what a chunk says, at its offset. Hushed sentences are nobody's evidence. */
export function addUp(
  drafts: Map<number, Draft>,
  reading: ChunkReading,
  offset: number,
  hushed: ReadonlySet<number>,
): void {
  for (const { signal, keys, spans, fingerprints } of reading.observations) {
    if (fingerprints.some((fingerprint) => hushed.has(fingerprint))) continue;
    let draft = drafts.get(signal);
    if (!draft) {
      draft = {
        count: 0,
        keys: new Set(),
        first: offset + Math.min(...spans.map(({ start }) => start)),
        sightings: [],
        seen: new Set(),
      };
      drafts.set(signal, draft);
    }
    for (const key of keys) draft.keys.add(key);
    if (draft.count >= mostSightings) continue;
    const fingerprint = fingerprints.reduce((hash, part) => Math.imul(hash, 31) ^ part, 7);
    if (draft.seen.has(fingerprint)) continue;
    draft.seen.add(fingerprint);
    draft.count++;
    draft.sightings.push({ keys, spans, base: offset });
  }
}
