import type { Confirmation, Pack, Source } from '../model/index.ts';
import { withBases } from './lineage.ts';

/** Where a claim was read, and whether anyone but its source bears it out. */
export interface Claim {
  readonly source: Source | undefined;
  /** Undefined for what is no claim about anyone: arithmetic, a definition, what the pack itself says. */
  readonly state: Confirmation | undefined;
  /** Sources that bear it out, where the pack names them. */
  readonly confirmedBy: readonly Source[];
}

interface Sourced {
  readonly source?: string | undefined;
  readonly state?: Confirmation | undefined;
  readonly carries?: readonly string[] | undefined;
  readonly confirmedBy?: readonly string[] | undefined;
}

/**
 * How far something a pack says is borne out: as it says itself, else by the pack's facts that carry the same claims, the
 * most doubtful deciding. What no fact speaks of is what its source claims, and no more. A source may be one of the packs
 * that the pack builds on.
 */
export function claimOf(pack: Pack | undefined, sourced: Sourced, packs: readonly Pack[] = []): Claim {
  const { carries = [], state } = sourced;
  const facts = (pack?.facts ?? []).filter((fact) => fact.carries?.some((claim) => carries.includes(claim)));
  const confirmedBy = sourced.confirmedBy ?? facts.flatMap((fact) => fact.confirmedBy ?? []);
  const find = sourcesOf(pack, packs);
  return {
    source: find(sourced.source),
    state: state ?? (sourced.source === undefined && facts.length === 0 ? undefined : stateOf(facts)),
    confirmedBy: [...new Set(confirmedBy)].flatMap((id) => find(id) ?? []),
  };
}

function stateOf(facts: readonly { readonly state: Confirmation }[]): Confirmation {
  if (facts.some(({ state }) => state === 'disputed')) return 'disputed';
  return facts.length > 0 && facts.every(({ state }) => state === 'confirmed') ? 'confirmed' : 'claimed';
}

/** Finds sources by their id: those of a pack before those of the packs it builds on. */
export function sourcesOf(
  pack: Pack | undefined,
  packs: readonly Pack[],
): (id: string | undefined) => Source | undefined {
  const lineage = pack ? withBases(pack, packs) : [];
  return (id) =>
    id === undefined ? undefined : lineage.flatMap(({ sources = [] }) => sources).find((source) => source.id === id);
}
