import { closest, distance } from 'fastest-levenshtein';

/** The known name nearest to a mistyped one, if one is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const candidates = [...known];
  if (candidates.length === 0 || name.length > 100) return undefined;
  const best = closest(name, candidates);
  return distance(name, best) <= Math.max(2, Math.floor(name.length / 3)) ? best : undefined;
}
