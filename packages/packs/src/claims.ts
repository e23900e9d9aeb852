import type { Pack } from '@rubricate/core/model';

/** A source whose claims are numbered: a letter for the source, and how many there are. */
export interface ClaimList {
  readonly letter: string;
  readonly count: number;
  readonly title: string;
}

/**
 * The articles the packs began with. Each claim in them has a number, in the order it was read; a pack item says in
 * `carries` which it tells. The last list holds where the articles disagree with each other, with themselves, or with what
 * else is public.
 */
export const claimLists: readonly ClaimList[] = [
  { letter: 'P', count: 53, title: 'Pinterest Data PM Career Path 2026: How to Break In' },
  { letter: 'C', count: 55, title: 'Pinecone Product Manager Career Path and Levels 2026' },
  { letter: 'S', count: 35, title: 'Pinterest System Design Interview: What the Bar Actually Tests' },
  { letter: 'X', count: 21, title: 'Contradictions and uncertainties' },
];

/** A pack item that tells a claim. */
export interface ClaimHome {
  readonly pack: string;
  /** The part of the pack, as people call it: `fact`, `question`. */
  readonly kind: string;
  /** The item's id, or its first words where it has none. */
  readonly item: string;
}

export interface Coverage {
  readonly homes: ReadonlyMap<string, readonly ClaimHome[]>;
  readonly missing: readonly string[];
  /** Numbers that no list has, with where they stand. */
  readonly unknown: readonly (ClaimHome & { readonly claim: string })[];
}

/** Where each claim lives, and which ones live nowhere. */
export function coverageOf(packs: readonly Pack[]): Coverage {
  const claims = claimLists.flatMap(({ letter, count }) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  );
  const homes = new Map<string, ClaimHome[]>(claims.map((claim) => [claim, []]));
  const unknown: (ClaimHome & { claim: string })[] = [];
  for (const pack of packs) {
    visit(pack, [], (carries, home) => {
      for (const claim of carries) {
        const list = homes.get(claim);
        if (list) list.push({ pack: pack.id, ...home });
        else unknown.push({ pack: pack.id, ...home, claim });
      }
    });
  }
  return { homes, missing: claims.filter((claim) => homes.get(claim)?.length === 0), unknown };
}

/** The names of a pack's parts in the singular. */
const kinds: Readonly<Record<string, string>> = {
  facts: 'fact',
  levels: 'level',
  loop: 'loop',
  rounds: 'round',
  profile: 'role',
  compensation: 'pay',
  promotions: 'promotion',
  reading: 'reading',
  criteria: 'criterion',
  pitfalls: 'pitfall',
  overrides: 'override',
  questions: 'question',
  structures: 'structure',
  frames: 'frame',
  cards: 'card',
  drills: 'drill',
  phases: 'plan phase',
  tasks: 'plan task',
  backgrounds: 'background',
};

function visit(
  node: unknown,
  trail: readonly (readonly [key: string, id: string | undefined])[],
  report: (carries: readonly string[], home: Omit<ClaimHome, 'pack'>) => void,
): void {
  if (Array.isArray(node)) {
    for (const element of node) visit(element, trail, report);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const record = node as Readonly<Record<string, unknown>>;
  const own = typeof record.id === 'string' ? record.id : undefined;
  const here = own === undefined ? trail : [...trail.slice(0, -1), [trail.at(-1)?.[0] ?? '', own] as const];
  if (Array.isArray(record.carries)) report(record.carries as string[], homeOf(record, here));
  for (const [key, value] of Object.entries(record)) {
    if (key === 'carries') continue;
    const parent = here.at(-1)?.[0];
    // A map of a pack names its items by key.
    if (parent === 'overrides') visit(value, [...here.slice(0, -1), ['overrides', key]], report);
    else visit(value, [...here, [key, undefined]], report);
  }
}

function homeOf(
  record: Readonly<Record<string, unknown>>,
  trail: readonly (readonly [key: string, id: string | undefined])[],
): Omit<ClaimHome, 'pack'> {
  const part = [...trail].reverse().find(([key]) => kinds[key] !== undefined)?.[0];
  const ids = trail.flatMap(([key, id]) => (id === undefined || key === '' ? [] : [id]));
  const text = typeof record.text === 'string' ? record.text : undefined;
  const words = text === undefined ? undefined : `"${text.split(/\s+/).slice(0, 6).join(' ')} …"`;
  return {
    kind: (part && kinds[part]) ?? trail.at(-1)?.[0] ?? 'pack',
    item: typeof record.id === 'string' || words === undefined ? ids.slice(-2).join('/') || '–' : words,
  };
}

/** The table of where each claim lives, as Markdown. */
export function coverageTable({ homes }: Coverage): string {
  return claimLists
    .map(({ letter, title }) => {
      const rows = [...homes]
        .filter(([claim]) => claim.startsWith(letter))
        .map(([claim, list]) => {
          const places = list.map(({ pack, kind, item }) => `${pack}: ${kind} ${item.replaceAll('|', '\\|')}`);
          return `| ${claim} | ${places.join('<br>') || '**nowhere**'} |`;
        });
      return [`## ${title}`, '', '| Claim | Where a user meets it |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}
