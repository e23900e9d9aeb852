import type { Confirmation, Fact, Pack, Source } from '../model/index.ts';
import { withBases } from './lineage.ts';

/** Where a claim was read, and whether anyone but its source bears it out. */
export interface Claim {
  readonly source: Source | undefined;
  /** Undefined for what is no claim about anyone: arithmetic, a definition, what the pack itself says. */
  readonly state: Confirmation | undefined;
  /** Sources that bear it out, where the pack names them. */
  readonly confirmedBy: readonly Source[];
}

/** A fact with where it was read, and the facts that say otherwise. */
export interface ClaimedFact {
  readonly fact: Fact;
  readonly claim: Claim;
  readonly against: readonly { readonly fact: Fact; readonly claim: Claim }[];
}

export interface Sourced {
  readonly source?: string | undefined;
  readonly state?: Confirmation | undefined;
  readonly carries?: readonly string[] | undefined;
  readonly confirmedBy?: readonly string[] | undefined;
}

/**
 * How far something a pack says is borne out: as it says itself, else by the facts that carry the same claims, the most
 * doubtful deciding. What no fact speaks of is what its source claims, and no more. Facts and sources may be those of the
 * packs that the pack builds on.
 */
export function claimOf(pack: Pack | undefined, sourced: Sourced, packs: readonly Pack[]): Claim {
  const { carries = [], state } = sourced;
  const facts = factsOf(pack, packs).filter((fact) => isAbout(fact, carries));
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

function isAbout(fact: Fact, carries: readonly string[]): boolean {
  return fact.carries?.some((claim) => carries.includes(claim)) ?? false;
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

/** The facts of a pack and its bases that something rests on, each with those that say otherwise. */
export function factsBehind(pack: Pack, { carries = [] }: Sourced, packs: readonly Pack[]): readonly ClaimedFact[] {
  return claimed(
    factsOf(pack, packs).filter((fact) => isAbout(fact, carries)),
    pack,
    packs,
  );
}

/** What a pack's sources disagree about: each disputed fact once, with those that say otherwise. */
export function disputesOf(pack: Pack, packs: readonly Pack[]): readonly ClaimedFact[] {
  const told = new Set<string>();
  return claimed(
    (pack.facts ?? []).filter(({ state }) => state === 'disputed'),
    pack,
    packs,
  ).filter(({ fact, against }) => {
    if (told.has(fact.id)) return false;
    for (const { id } of [fact, ...against.map((other) => other.fact)]) told.add(id);
    return true;
  });
}

function claimed(facts: readonly Fact[], pack: Pack, packs: readonly Pack[]): readonly ClaimedFact[] {
  const all = factsOf(pack, packs);
  return facts.map((fact) => ({
    fact,
    claim: claimOf(pack, fact, packs),
    against: all
      .filter(
        (other) => other !== fact && (fact.disagreesWith?.includes(other.id) || other.disagreesWith?.includes(fact.id)),
      )
      .map((other) => ({ fact: other, claim: claimOf(pack, other, packs) })),
  }));
}

function factsOf(pack: Pack | undefined, packs: readonly Pack[]): readonly Fact[] {
  return pack ? withBases(pack, packs).flatMap(({ facts = [] }) => facts) : [];
}
