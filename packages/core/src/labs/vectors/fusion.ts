/** What is added to a rank, so that the first places do not decide alone. */
export const customaryRankShift = 60;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): an id earns 1 / (shift + rank) from each list it is on, with
 * ranks from 1. Scores of the lists never meet, so they need no common scale.
 */
export function fuse(lists: readonly (readonly number[])[], shift = customaryRankShift): readonly number[] {
  const scores = new Map<number, number>();
  for (const list of lists)
    list.forEach((id, at) => {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (shift + at + 1));
    });
  return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}
