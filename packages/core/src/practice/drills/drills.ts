import {
  type CompiledEvidence,
  compileEvidence,
  cueNames,
  fingerprintsOf,
  makeReadingCache,
  type ReadingCache,
} from '../../evidence/index.ts';
import type { Concept, Drill, DrillParts, Pack, Signal } from '../../model/index.ts';
import { drillPartNames } from '../../model/index.ts';
import type { Lens, Library, Target } from '../../review/index.ts';
import { readAnswer } from '../../text/index.ts';

/** A failure of a pack, with the name it is known by. */
export interface FoundDrill {
  /** `<pack>/<drill>`: ids of drills are unique only within their pack. */
  readonly key: string;
  readonly drill: Drill;
}

/** The failures that can be injected into an answer to this target, in the order of the packs. */
export function drillsFor(target: Target, library: Library): readonly FoundDrill[] {
  const chain = new Set(target.rubrics.flatMap((rubric) => rubric.chain));
  return failuresOf(target.lens, library).filter(({ drill }) =>
    drill.questions
      ? target.question !== undefined && drill.questions.includes(target.question.id)
      : drill.rubrics.some((rubric) => chain.has(rubric)),
  );
}

/** What it takes to read answers for the failures of a lens. */
export interface DrillReader {
  readonly evidence: CompiledEvidence;
  readonly cache: ReadingCache;
  /** Sentences of the packs and of the failures themselves; copied into an answer they earn nothing. */
  readonly hushed: ReadonlySet<number>;
}

/** The names of what is looked for. None is a name that a pack could give: those hold no space. */
export const signalNames = {
  /** A sentence names the component. */
  component: (key: string) => `component of ${key}`,
  /** A sentence speaks of the failure. */
  subject: (key: string) => `subject of ${key}`,
  /** A heading speaks of the failure. */
  heading: (key: string) => `heading on ${key}`,
  part: (part: string) => `part ${part}`,
} as const;

const readers = new WeakMap<Lens, DrillReader>();

/** Compiles the failures of a lens once. Names that stand for nothing are reported where the pack is checked. */
export function drillReader(lens: Lens, library: Library): DrillReader {
  const known = readers.get(lens);
  if (known) return known;
  const lineage = library.lineage(lens.pack.id);
  const failures = failuresOf(lens, library);
  const parts = partsOf(lineage);
  const concepts: Record<string, Concept> = conceptsFor(lineage, failures, parts);
  const signals: Record<string, Signal> = {};
  for (const { key, drill } of failures) {
    const component = signalNames.component(key);
    concepts[component] = componentOf(drill);
    signals[component] = { any: [component], words: 3 };
    const subject = signalNames.subject(key);
    if (drill.about) concepts[subject] = drill.about;
    signals[subject] = { any: [drill.about ? subject : component], words: 3 };
    signals[signalNames.heading(key)] = { any: [drill.about ? subject : component], in: ['heading'] };
  }
  if (parts) for (const part of drillPartNames) signals[signalNames.part(part)] = parts[part];
  const reader = {
    evidence: compileEvidence({ concepts, signals, rules: {} }).evidence,
    cache: makeReadingCache(),
    hushed: new Set([...lens.hushed, ...fingerprintsOf(readAnswer(proseOf(failures)))]),
  };
  readers.set(lens, reader);
  return reader;
}

function failuresOf(lens: Lens, library: Library): readonly FoundDrill[] {
  return library
    .lineage(lens.pack.id)
    .flatMap((pack) =>
      (pack.drills ?? [])
        .filter(({ kind }) => kind === 'failure')
        .map((drill) => ({ key: `${pack.id}/${drill.id}`, drill })),
    );
}

/** Of a pack and those it builds on, the nearest that says how the parts are shown. */
function partsOf(lineage: readonly Pack[]): DrillParts | undefined {
  return [...lineage].reverse().find(({ drillParts }) => drillParts)?.drillParts;
}

/** The concepts that failures and parts name, with their members and the cues: a pack has ten times as many. */
function conceptsFor(
  lineage: readonly Pack[],
  failures: readonly FoundDrill[],
  parts: DrillParts | undefined,
): Record<string, Concept> {
  const all: Readonly<Record<string, Concept>> = Object.assign({}, ...lineage.map((pack) => pack.concepts ?? {}));
  const wanted = new Set<string>([
    ...Object.values(cueNames),
    ...failures.flatMap(({ drill }) => drill.fits ?? []),
    ...Object.values<Signal>(parts ?? {}).flatMap(conceptsIn),
  ]);
  const found: Record<string, Concept> = {};
  // The set grows while it is walked: members of what is wanted are wanted.
  for (const name of wanted) {
    const concept = Object.hasOwn(all, name) ? all[name] : undefined;
    if (!concept) continue;
    found[name] = concept;
    if (!Array.isArray(concept)) for (const member of concept.oneOf ?? []) wanted.add(member);
  }
  return found;
}

function conceptsIn(signal: Signal): readonly string[] {
  return (Array.isArray(signal) ? signal : [signal]).flatMap(({ all, any, none, under, notUnder }) =>
    [all, any, none, under, notUnder].flatMap((terms) => (terms ?? []).flatMap((term) => term.split('|'))),
  );
}

function componentOf({ names, fits, component }: Drill): Concept {
  if (!names && !fits) return [component.replace(/^(?:the|an?)\s+/i, '')];
  return { ...(names ? { phrases: names } : {}), ...(fits ? { oneOf: fits } : {}) };
}

function proseOf(failures: readonly FoundDrill[]): string {
  return failures.map(({ drill }) => [drill.title, drill.inject, ...drill.asks].join('\n\n')).join('\n\n');
}
