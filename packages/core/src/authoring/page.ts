import type { Confirmation, Pack, Source } from '../model/index.ts';
import type { Library } from '../review/index.ts';
import { contentSections } from './page-content.ts';
import { sourceSections } from './page-sources.ts';

/** One thing a pack says, with what it rests on. */
export interface PackEntry {
  readonly text: string;
  /** Short facts beside it: lengths, levels, amounts. */
  readonly details?: readonly string[];
  readonly note?: string | undefined;
  /** Where it was read, its date or "undated", and whether anyone bears it out; left out for what the pack's author wrote. */
  readonly claim?: string | undefined;
  readonly entries?: readonly PackEntry[];
  /** Accounts that disagree, to be shown beside each other. */
  readonly sides?: readonly PackEntry[];
}

export const packSectionIds = [
  'role',
  'levels',
  'loop',
  'compensation',
  'promotions',
  'questions',
  'structures',
  'rubrics',
  'drills',
  'plan',
  'reading',
  'facts',
  'disagreements',
  'cards',
  'sources',
] as const;
export type PackSectionId = (typeof packSectionIds)[number];

export interface PackSection {
  readonly id: PackSectionId;
  readonly title: string;
  readonly entries: readonly PackEntry[];
}

/** A pack to be read: what it holds, in the order a reader asks for it. Sections with nothing in them are left out. */
export interface PackPage {
  readonly title: string;
  /** Its id, company and role, and what it builds on. */
  readonly details: readonly string[];
  readonly about: string;
  readonly sections: readonly PackSection[];
}

/** Makes the page of a pack. `library` holds the pack and those it builds on, whose sources and titles it may name. */
export function packPage(pack: Pack, { library }: { readonly library: Library }): PackPage {
  const lineage = library.lineage(pack.id);
  const parts = lineage.includes(pack) ? lineage : [...lineage, pack];
  const context: PageContext = {
    pack,
    parts,
    claim: claimWriter(new Map(parts.flatMap(({ sources }) => (sources ?? []).map((one) => [one.id, one])))),
  };
  const sections = [...contentSections(context), ...sourceSections(context)].filter(
    ({ entries }) => entries.length > 0,
  );
  return {
    title: pack.title,
    details: [
      `${pack.id}: ${pack.company}, ${pack.role}`,
      ...(pack.extends?.length ? [`builds on ${pack.extends.join(', ')}`] : []),
    ],
    about: pack.about,
    sections: [...sections].sort((a, b) => packSectionIds.indexOf(a.id) - packSectionIds.indexOf(b.id)),
  };
}

/** What the sections are made from. */
export interface PageContext {
  readonly pack: Pack;
  /** The packs it builds on, base first, and itself. */
  readonly parts: readonly Pack[];
  readonly claim: (of: Claimed) => string | undefined;
}

interface Claimed {
  readonly source?: string | undefined;
  readonly state?: Confirmation | undefined;
  readonly confirmedBy?: readonly string[] | undefined;
}

function claimWriter(sources: ReadonlyMap<string, Source>): PageContext['claim'] {
  const named = (id: string): string => {
    const source = sources.get(id);
    return source ? `${source.publisher} [${id}], ${source.date}` : `[${id}], which is not among the sources`;
  };
  return ({ source, state, confirmedBy }) => {
    if (source === undefined) return undefined;
    const by = confirmedBy?.length ? ` by ${confirmedBy.map(named).join('; ')}` : '';
    return `${named(source)} · ${state ?? 'claimed'}${by}`;
  };
}
