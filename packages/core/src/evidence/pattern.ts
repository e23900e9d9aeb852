import { nearest, type Pattern, type Problem } from '../model/index.ts';
import type { BlockKind, QuantityKind } from '../text/index.ts';
import type { Load } from './making.ts';
import type { UnitReading } from './reading.ts';
import { shapeBit, shapeNames } from './shapes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One term with its alternatives, resolved. */
export interface CompiledTerm {
  readonly concepts: readonly number[];
  /** By concept: 1 where it is one of `concepts`. */
  readonly isMember: Uint8Array;
  readonly quantities: ReadonlySet<QuantityKind>;
  readonly loads: ReadonlySet<Load>;
  readonly shapes: number;
}

export type Place = 'sentence' | 'item' | 'row' | 'code' | 'heading';

export interface CompiledPattern {
  readonly all: readonly CompiledTerm[];
  readonly any: readonly CompiledTerm[];
  readonly atLeast: number;
  readonly none: readonly CompiledTerm[];
  readonly ordered: boolean;
  readonly within: 'unit' | 'block' | 'chunk';
  readonly places: ReadonlySet<Place>;
  readonly under: readonly CompiledTerm[];
  readonly notUnder: readonly CompiledTerm[];
  readonly polarity: 'affirmed' | 'denied' | 'either';
  readonly questions: 'no' | 'yes' | 'only';
  readonly lists: boolean;
  readonly words: number;
  readonly repeats: number;
}

/** What a pattern found: the keys it counts by, and the one or two units that show it. */
export interface Match {
  readonly keys: readonly string[];
  readonly units: readonly PlacedUnit[];
}

const unitKinds: readonly QuantityKind[] = [
  'users',
  'rate',
  'bytes',
  'bandwidth',
  'time',
  'percent',
  'money',
  'count',
  'ratio',
];
const quantityKinds: readonly QuantityKind[] = [...unitKinds, 'percentile', 'number'];
const quantityGroups: ReadonlyMap<string, readonly QuantityKind[]> = new Map([
  ['any', quantityKinds],
  ['load', ['users', 'rate', 'bytes', 'bandwidth', 'count']],
  ['size', ['bytes', 'bandwidth']],
  ['unit', unitKinds],
]);

/** What may stand behind `#` in a pattern: kinds of quantities, and groups of kinds. */
export const quantityNames: readonly string[] = [...quantityKinds, ...quantityGroups.keys()];

const defaultPlaces: ReadonlySet<Place> = new Set(['sentence', 'item', 'row']);

/** Resolves a pattern's names; what no name stands for becomes a problem with the nearest right name. */
export function compilePattern(
  pattern: Pattern,
  vocabulary: Vocabulary,
  path: readonly (string | number)[],
  problems: Problem[],
): CompiledPattern {
  const terms = (names: readonly string[] | undefined, key: string): readonly CompiledTerm[] =>
    (names ?? []).map((name, index) => compileTerm(name, vocabulary, [...path, key, index], problems));
  if (!pattern.all && !pattern.any) {
    problems.push({ path, message: 'A pattern needs terms: give "all", "any" or both.' });
  }
  return {
    all: terms(pattern.all, 'all'),
    any: terms(pattern.any, 'any'),
    atLeast: pattern.atLeast ?? 1,
    none: terms(pattern.none, 'none'),
    ordered: pattern.ordered ?? false,
    within: pattern.within ?? 'unit',
    places: pattern.in ? new Set(pattern.in) : defaultPlaces,
    under: terms(pattern.under, 'under'),
    notUnder: terms(pattern.notUnder, 'notUnder'),
    polarity: pattern.polarity ?? 'affirmed',
    questions: pattern.questions ?? 'no',
    lists: pattern.lists ?? false,
    words: pattern.words ?? 0,
    repeats: pattern.repeats ?? 1,
  };
}

function compileTerm(
  text: string,
  vocabulary: Vocabulary,
  path: readonly (string | number)[],
  problems: Problem[],
): CompiledTerm {
  const concepts: number[] = [];
  const quantities = new Set<QuantityKind>();
  const loads = new Set<Load>();
  let shapes = 0;
  for (const name of text.split('|')) {
    if (name.startsWith('#')) {
      const kind = name.slice(1);
      if (isLoad(kind)) {
        loads.add(kind);
        continue;
      }
      const kinds = quantityGroups.get(kind) ?? quantityKinds.filter((known) => known === kind);
      if (kinds.length === 0)
        problems.push(unknown('quantity', kind, [...quantityKinds, ...quantityGroups.keys(), ...loadNames], path));
      for (const known of kinds) quantities.add(known);
    } else if (name.startsWith('@')) {
      const bit = shapeBit(name.slice(1));
      if (bit === undefined) problems.push(unknown('shape', name.slice(1), shapeNames, path));
      else shapes |= bit;
    } else {
      const ids = vocabulary.idsOf(name);
      if (!ids) problems.push(unknown('concept', name, vocabulary.names, path));
      else concepts.push(...ids);
    }
  }
  const isMember = new Uint8Array(vocabulary.names.length);
  for (const concept of concepts) isMember[concept] = 1;
  return { concepts, isMember, quantities, loads, shapes };
}

const loadNames: readonly Load[] = ['small-load', 'large-load'];

function isLoad(name: string): name is Load {
  return (loadNames as readonly string[]).includes(name);
}

function unknown(what: string, name: string, known: Iterable<string>, path: readonly (string | number)[]): Problem {
  const guess = nearest(name, known);
  return { path, message: `No ${what} is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}` };
}

export function placeOf(kind: BlockKind): Place | undefined {
  switch (kind) {
    case 'paragraph':
      return 'sentence';
    case 'item':
      return 'item';
    case 'row':
      return 'row';
    case 'header':
    case 'heading':
      return 'heading';
    case 'code':
      return 'code';
    default:
      return undefined;
  }
}

/** A unit together with what its surroundings say. */
export interface PlacedUnit {
  readonly unit: UnitReading;
  /** Where its block starts, from the start of the chunk. */
  readonly offset: number;
  readonly place: Place;
  /** It stands under a heading or introduction that excludes or puts off. */
  readonly excluded: boolean;
}

interface Found {
  readonly placed: PlacedUnit;
  readonly at: number;
}

/**
 * Tests a pattern on a scope (one unit, or the units of a block or chunk). Units that the pattern's conditions on place,
 * questions and lists leave out are not looked at.
 */
export function matchPattern(
  pattern: CompiledPattern,
  scope: readonly PlacedUnit[],
  vocabulary: Vocabulary,
): Match | undefined {
  const units = scope.filter((placed) => admits(pattern, placed));
  if (units.length === 0) return undefined;
  const found: Found[] = [];
  let after = -1;
  for (const [index, term] of pattern.all.entries()) {
    const polarity = pattern.polarity === 'denied' && index > 0 ? 'either' : pattern.polarity;
    const hit = findTerm(term, units, polarity, pattern.ordered ? after : -1);
    if (!hit) return undefined;
    after = hit.at;
    found.push(hit);
  }
  if (pattern.any.length > 0) {
    const keys = new Set<number>();
    for (const [index, term] of pattern.any.entries()) {
      // What is denied is the leading term: the first of `all` or, where there is none, those of `any`.
      const leads = pattern.all.length === 0;
      const hit = findTerm(term, units, pattern.polarity === 'denied' && !leads ? 'either' : pattern.polarity);
      if (hit) {
        keys.add(index);
        found.push(hit);
      }
    }
    if (keys.size < pattern.atLeast) return undefined;
  }
  if (found.length === 0) return undefined;
  // Last, since most patterns miss something before: what must not be there has to be looked for in every word.
  for (const term of pattern.none) if (findTerm(term, units, 'either')) return undefined;
  const leading = pattern.all.length > 0 ? pattern.all.slice(0, 1) : pattern.any;
  const keys = keysOf(leading, units, pattern.polarity, vocabulary);
  if (pattern.repeats > 1 && keys.times < pattern.repeats) return undefined;
  // The sentence that the leading term stands in comes first.
  const shown: PlacedUnit[] = [];
  for (const { placed } of found) if (!shown.includes(placed) && shown.length < 2) shown.push(placed);
  return { keys: keys.names, units: shown };
}

function admits(pattern: CompiledPattern, placed: PlacedUnit): boolean {
  const { unit, place } = placed;
  if (!pattern.places.has(place)) return false;
  if (unit.unfinished || unit.garbled || unit.words < pattern.words) return false;
  if (unit.question ? pattern.questions === 'no' : pattern.questions === 'only') return false;
  if (unit.bare && !pattern.lists) return false;
  return !(placed.excluded && pattern.polarity === 'affirmed');
}

function findTerm(
  term: CompiledTerm,
  units: readonly PlacedUnit[],
  polarity: 'affirmed' | 'denied' | 'either',
  after = -1,
): Found | undefined {
  for (const placed of units) {
    const { unit, excluded } = placed;
    const { hits } = unit;
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as UnitReading['hits'][number];
      if (hit.from <= after && units.length === 1) continue;
      if (term.isMember[hit.concept] === 0) continue;
      const denied = excluded || (unit.denied[index] as boolean);
      if (polarity === 'affirmed' ? denied : polarity === 'denied' ? !denied : false) continue;
      return { placed, at: hit.from };
    }
    if (term.quantities.size > 0) {
      const kind = unit.quantities.find((candidate) => term.quantities.has(candidate));
      if (kind) return { placed, at: after };
    }
    if (term.loads.size > 0 && unit.loads.some((load) => term.loads.has(load))) return { placed, at: after };
    if ((unit.shapes & term.shapes) !== 0) return { placed, at: after };
  }
  return undefined;
}

/** The different concepts and quantities that leading terms name in a scope, and how often they do. */
function keysOf(
  terms: readonly CompiledTerm[],
  units: readonly PlacedUnit[],
  polarity: 'affirmed' | 'denied' | 'either',
  vocabulary: Vocabulary,
): { readonly names: readonly string[]; readonly times: number } {
  const names: string[] = [];
  let times = 0;
  for (const { unit, excluded } of units) {
    let behind = -1;
    for (let index = 0; index < unit.hits.length; index++) {
      const hit = unit.hits[index] as UnitReading['hits'][number];
      if (!terms.some((term) => term.isMember[hit.concept] === 1)) continue;
      const denied = excluded || (unit.denied[index] as boolean);
      if (polarity === 'affirmed' ? denied : polarity === 'denied' ? !denied : false) continue;
      const name = vocabulary.names[hit.concept] as string;
      if (!names.includes(name)) names.push(name);
      // Phrases that overlap are one mention.
      if (hit.from >= behind) {
        times++;
        behind = hit.to;
      }
    }
    for (const kind of unit.quantities) {
      if (!terms.some((term) => term.quantities.has(kind))) continue;
      times++;
      if (!names.includes(kind)) names.push(kind);
    }
  }
  return { names: names.length > 0 ? names : ['shape'], times };
}
