import type { Fact } from '../model/index.ts';
import type { PackEntry, PackSection, PageContext } from './page.ts';

/** The sections that tell what is claimed, by whom, and where accounts differ. */
export function sourceSections(context: PageContext): readonly PackSection[] {
  return [
    { id: 'reading', title: 'Reading', entries: reading(context) },
    { id: 'facts', title: 'What the sources say', entries: facts(context) },
    { id: 'disagreements', title: 'Where accounts disagree', entries: disagreements(context) },
    { id: 'cards', title: 'Quiz cards', entries: cards(context) },
    { id: 'sources', title: 'Sources', entries: sources(context) },
  ];
}

const found = {
  found: 'found in public',
  'not-found': 'not found in public',
  'not-looked-for': 'not looked for',
} as const;

function reading({ pack, claim }: PageContext): readonly PackEntry[] {
  return (pack.reading ?? []).map((one) => ({
    text: one.title,
    details: [found[one.found], ...(one.url ? [one.url] : [])],
    note: [one.about, one.note].filter((part) => part !== undefined).join(' '),
    claim: claim(one),
  }));
}

const subjects: Readonly<Record<Fact['about'], string>> = {
  company: 'The company',
  role: 'The role',
  level: 'Levels',
  loop: 'The loop',
  compensation: 'Compensation',
  promotion: 'Promotions',
  technology: 'Technology',
  preparation: 'Preparation',
  source: 'The sources themselves',
};

function factEntry(fact: Fact, { claim }: PageContext): PackEntry {
  return { text: fact.text, note: fact.note, claim: claim(fact) };
}

/** Facts by what they are about. Those that others contradict are told where accounts disagree. */
function facts(context: PageContext): readonly PackEntry[] {
  const all = context.pack.facts ?? [];
  const disputed = new Set(groupsOf(context).flat());
  return Object.entries(subjects).flatMap(([about, text]) => {
    const own = all.filter((fact) => fact.about === about && !disputed.has(fact));
    return own.length === 0 ? [] : [{ text, entries: own.map((fact) => factEntry(fact, context)) }];
  });
}

function disagreements(context: PageContext): readonly PackEntry[] {
  return groupsOf(context).map((group) => ({
    text: subjects[(group[0] as Fact).about],
    sides: group.map((fact) => factEntry(fact, context)),
  }));
}

/** Facts that name each other as saying otherwise, and those disputed by someone whom only a note names. */
function groupsOf({ pack }: PageContext): readonly (readonly Fact[])[] {
  const all = pack.facts ?? [];
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const neighbours = new Map<Fact, Fact[]>();
  const link = (a: Fact, b: Fact): void => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  };
  for (const fact of all) {
    for (const id of fact.disagreesWith ?? []) {
      const other = byId.get(id);
      if (!other) continue;
      link(fact, other);
      link(other, fact);
    }
  }
  const seen = new Set<Fact>();
  const groups: (readonly Fact[])[] = [];
  for (const fact of all) {
    if (seen.has(fact) || (!neighbours.has(fact) && fact.state !== 'disputed')) continue;
    const group = new Set([fact]);
    // A set may grow while it is walked.
    for (const member of group) for (const other of neighbours.get(member) ?? []) group.add(other);
    for (const member of group) seen.add(member);
    groups.push([...group]);
  }
  return groups;
}

function cards({ pack }: PageContext): readonly PackEntry[] {
  const all = pack.cards ?? [];
  if (all.length === 0) return [];
  const byTopic = new Map<string, number>();
  for (const { topic } of all) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
  const anecdotes = all.filter(({ anecdote }) => anecdote).length;
  return [
    {
      text: `${all.length} ${all.length === 1 ? 'card' : 'cards'}`,
      details: [
        ...[...byTopic].map(([topic, count]) => `${topic} ${count}`),
        ...(anecdotes > 0 ? [`${anecdotes} about an anecdote of the company`] : []),
      ],
    },
  ];
}

/** Every source, and at the end what the words beside a claim mean. */
function sources({ pack }: PageContext): readonly PackEntry[] {
  const own = (pack.sources ?? []).map((one) => ({
    text: `[${one.id}] ${one.title}`,
    details: [
      one.publisher,
      one.date,
      one.kind,
      ...(one.url ? [one.url] : []),
      ...(one.sells ? [`this source sells: ${one.sells}`] : []),
    ],
    note: one.note,
  }));
  if (own.length === 0) return [];
  return [
    ...own,
    {
      text: 'How to read a claim',
      entries: [
        { text: 'claimed: its source says so, and nobody else was found who bears it out' },
        { text: 'confirmed: another source, named beside it, says the same' },
        { text: 'disputed: another account says otherwise' },
        { text: 'undated: the source gives no date' },
      ],
    },
  ];
}
