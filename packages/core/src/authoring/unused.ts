import { cueNames } from '../evidence/index.ts';
import type { Pack, Pattern } from '../model/index.ts';
import type { Library } from '../review/index.ts';
import { type PackFinding, warning } from './finding.ts';
import { sourcesNamed } from './references.ts';

/** Concepts, signals and sources of a pack that nothing uses, here or in a pack that builds on it. */
export function lintUnused(pack: Pack, library: Library): readonly PackFinding[] {
  const users = [pack, ...library.packs.filter(({ id }) => id !== pack.id && buildsOn(id, pack.id, library))];
  const signals = new Set(users.flatMap(({ rules }) => Object.values(rules ?? {}).flatMap(signalsOf)));
  const concepts = new Set<string>(Object.values(cueNames));
  for (const { signals: own, drills, drillParts } of users) {
    for (const signal of [...Object.values(own ?? {}), ...Object.values(drillParts ?? {})])
      for (const pattern of Array.isArray(signal) ? signal : [signal])
        for (const name of conceptsOf(pattern)) concepts.add(name);
    for (const { fits } of drills ?? []) for (const name of fits ?? []) concepts.add(name);
  }
  const definitions = new Map(users.flatMap((part) => Object.entries(part.concepts ?? {})));
  // A set may grow while it is walked: the members of a concept in use are in use.
  for (const name of concepts) {
    const concept = definitions.get(name);
    if (concept && !Array.isArray(concept)) for (const member of concept.oneOf ?? []) concepts.add(member);
  }
  const sources = new Set(users.flatMap((part) => sourcesNamed(part).map(({ name }) => name)));
  return [
    ...Object.keys(pack.concepts ?? {})
      .filter((name) => !concepts.has(name))
      .map((name) => warning('unused', ['concepts', name], `No signal uses the concept "${name}".`)),
    ...Object.keys(pack.signals ?? {})
      .filter((name) => !signals.has(name))
      .map((name) => warning('unused', ['signals', name], `No rule uses the signal "${name}".`)),
    ...(pack.sources ?? []).flatMap(({ id }, index) =>
      sources.has(id) ? [] : [warning('unused', ['sources', index, 'id'], `Nothing names the source "${id}".`)],
    ),
  ];
}

function buildsOn(id: string, base: string, library: Library): boolean {
  return library.lineage(id).some((part) => part.id === base);
}

/** Every signal that a rule names. The strings of a rule are comparisons and names of signals, and nothing else. */
function signalsOf(rule: unknown): readonly string[] {
  if (typeof rule === 'string') return [rule.replace(/^distinct /, '').replace(/ >= \d+$/, '')];
  return typeof rule === 'object' && rule !== null ? Object.values(rule).flatMap(signalsOf) : [];
}

function conceptsOf({ all, any, none, under, notUnder }: Pattern): readonly string[] {
  return [all, any, none, under, notUnder].flatMap((terms) => (terms ?? []).flatMap((term) => term.split('|')));
}
