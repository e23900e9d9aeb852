import type { ChunkReading } from './observe.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** More sightings than any rule asks for are not told apart. */
const most = 120;

/** What was seen of one signal so far. `seen` holds a fingerprint for each sighting, in the same order. */
export interface Draft {
  count: number;
  readonly keys: Set<string>;
  first: number;
  readonly sightings: { keys: readonly string[]; spans: readonly Span[] }[];
  readonly seen: Set<number>;
}

/** The same words said again are one sighting: saying a point ten times earns it once. */
export function merge(into: Draft | undefined, part: Draft, shift: number): Draft {
  const draft = into ?? { count: 0, keys: new Set(), first: shift + part.first, sightings: [], seen: new Set() };
  for (const key of part.keys) draft.keys.add(key);
  let index = 0;
  for (const fingerprint of part.seen) {
    if (draft.count >= most) break;
    const sighting = part.sightings[index++] as Draft['sightings'][number];
    if (draft.seen.has(fingerprint)) continue;
    draft.seen.add(fingerprint);
    draft.count++;
    draft.sightings.push({
      keys: sighting.keys,
      spans: sighting.spans.map((span) => ({ start: shift + span.start, end: shift + span.end })),
    });
  }
  return draft;
}

/** Adds what a chunk says, at its offset. Hushed sentences are nobody's evidence. */
export function addUp(
  drafts: (Draft | undefined)[],
  reading: ChunkReading,
  offset: number,
  hushed: ReadonlySet<number>,
): void {
  for (const { signal, keys, spans, fingerprints } of reading.observations) {
    if (fingerprints.some((fingerprint) => hushed.has(fingerprint))) continue;
    let draft = drafts[signal];
    if (!draft) {
      draft = {
        count: 0,
        keys: new Set(),
        first: offset + Math.min(...spans.map(({ start }) => start)),
        sightings: [],
        seen: new Set(),
      };
      drafts[signal] = draft;
    }
    for (const key of keys) draft.keys.add(key);
    if (draft.count >= most) continue;
    const fingerprint = fingerprints.reduce((hash, part) => Math.imul(hash, 31) ^ part, 7);
    if (draft.seen.has(fingerprint)) continue;
    draft.seen.add(fingerprint);
    draft.count++;
    draft.sightings.push({
      keys,
      spans: spans.map((span) => ({ start: offset + span.start, end: offset + span.end })),
    });
  }
}
