import type { Pack } from '../model/index.ts';

/** A pack and those it builds on, itself first. A base that is not loaded, or one met before, is passed over. */
export function withBases(pack: Pack, packs: readonly Pack[]): readonly Pack[] {
  const found: Pack[] = [pack];
  for (let index = 0; index < found.length; index++) {
    for (const id of found[index]?.extends ?? []) {
      const base = packs.find((one) => one.id === id);
      if (base && !found.includes(base)) found.push(base);
    }
  }
  return found;
}
