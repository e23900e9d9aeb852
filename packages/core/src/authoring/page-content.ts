import type { Compensation, Question, Statement } from '../model/index.ts';
import type { PackEntry, PackSection, PageContext } from './page.ts';

/** The sections that tell what a pack prepares for and what it brings. */
export function contentSections(context: PageContext): readonly PackSection[] {
  return [
    { id: 'role', title: 'The role', entries: role(context) },
    { id: 'levels', title: 'Levels and bars', entries: levels(context) },
    { id: 'loop', title: 'The loop', entries: loop(context) },
    { id: 'compensation', title: 'Compensation', entries: pay(context) },
    { id: 'promotions', title: 'Promotions', entries: promotions(context) },
    { id: 'questions', title: 'Questions', entries: questions(context) },
    { id: 'structures', title: 'Answer structures', entries: structures(context) },
    { id: 'rubrics', title: 'Rubrics', entries: rubrics(context) },
    { id: 'drills', title: 'Drills', entries: drills(context) },
    { id: 'plan', title: 'Prep plan', entries: plan(context) },
  ];
}

function statements(list: readonly Statement[] | undefined, { claim }: PageContext): readonly PackEntry[] {
  return (list ?? []).map((one) => ({ text: one.text, note: one.note, claim: claim(one) }));
}

function group(text: string, entries: readonly PackEntry[]): readonly PackEntry[] {
  return entries.length === 0 ? [] : [{ text, entries }];
}

function role(context: PageContext): readonly PackEntry[] {
  const { profile } = context.pack;
  if (!profile) return [];
  return [
    ...statements([profile.summary], context),
    ...group('Reports to', statements(profile.reportsTo ? [profile.reportsTo] : [], context)),
    ...group('Is measured by', statements(profile.measuredBy, context)),
    ...group('Owns', statements(profile.owns, context)),
    ...group('Does not own', statements(profile.doesNotOwn, context)),
    ...group('Suits', statements(profile.suits, context)),
    ...group('Does not suit', statements(profile.doesNotSuit, context)),
    ...group('Day to day', statements(profile.dayToDay, context)),
    ...(profile.contrasts ?? []).map((one) => ({
      text: one.title,
      note: one.note,
      claim: context.claim(one),
      entries: [
        ...group(
          'Counts',
          one.counts.map((text) => ({ text })),
        ),
        ...group(
          'Does not count',
          one.doesNot.map((text) => ({ text })),
        ),
      ],
    })),
  ];
}

function levels({ pack, claim }: PageContext): readonly PackEntry[] {
  return pack.levels.map((level) => ({
    text: level.id === level.title ? level.id : `${level.id}: ${level.title}`,
    details: [`${level.bar} bar`],
    note: level.summary,
    claim: claim(level),
    entries: level.expects.map((text) => ({ text })),
  }));
}

function span({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}

function loop(context: PageContext): readonly PackEntry[] {
  const { pack, claim } = context;
  if (!pack.loop) return [];
  const { title, about, rounds, elapsed, silence, pacing, notes } = pack.loop;
  return [
    { text: title, note: about, claim: claim(pack.loop) },
    ...rounds.map((round, index) => ({
      text: `${index + 1}. ${round.title}`,
      details: [
        ...(round.minutes ? [`${span(round.minutes)} minutes`] : []),
        ...(round.levels ? [`held at ${round.levels.join(', ')}`] : []),
        ...(round.rubrics?.length ? [`rubrics: ${round.rubrics.join(', ')}`] : []),
        ...(round.who ? [`asked by: ${round.who}`] : []),
        ...(round.silent ? ['the sources say nothing of what is asked'] : []),
      ],
      note: round.about,
      claim: claim(round),
    })),
    ...group(
      'How long it takes',
      (elapsed ?? []).map((one) => ({
        text: one.text,
        details: [`${span(one.days)} days, from ${one.from} to ${one.to}`],
        note: one.note,
        claim: claim(one),
      })),
    ),
    ...group('Silence', statements(silence, context)),
    ...group('Pacing', statements(pacing, context)),
    ...group('What does not add up', statements(notes, context)),
  ];
}

function pay({ pack, claim }: PageContext): readonly PackEntry[] {
  return (pack.compensation ?? []).map((one) => ({
    text: one.text,
    details: [...(one.level ? [one.level] : []), one.measure, ...amount(one), ...(one.includes ? [one.includes] : [])],
    note: one.note,
    claim: claim(one),
  }));
}

function amount({ amount: given }: Compensation): readonly string[] {
  if (!given) return [];
  const { currency, per, min, typical, max } = given;
  const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
  const range =
    min !== undefined && max !== undefined
      ? `${figure(min)} to ${figure(max)}`
      : min !== undefined
        ? `from ${figure(min)}`
        : max !== undefined
          ? `up to ${figure(max)}`
          : '';
  const usual = typical === undefined ? '' : `${range ? ', typically ' : ''}${figure(typical)}`;
  return range || usual ? [`${currency} ${range}${usual} ${per === 'year' ? 'a year' : 'once'}`] : [];
}

function promotions(context: PageContext): readonly PackEntry[] {
  return (context.pack.promotions ?? []).map((one) => ({
    text: one.from || one.to ? `${one.from ?? 'any level'} to ${one.to ?? 'the next'}` : 'Any step',
    note: one.about,
    claim: context.claim(one),
    entries: [
      ...statements(one.asks, context),
      ...(one.time ?? []).map((time) => ({
        text: time.text,
        details: time.medianYears === undefined ? [] : [`median ${time.medianYears} years`],
        note: time.note,
        claim: context.claim(time),
      })),
    ],
  }));
}

const origins = {
  reported: 'reported as asked',
  classic: 'a classic',
  ours: 'written for this pack, not reported as asked',
} as const;

function questions({ pack, claim }: PageContext): readonly PackEntry[] {
  const byRound = new Map<string | undefined, Question[]>();
  for (const question of pack.questions ?? []) {
    const list = byRound.get(question.round) ?? [];
    byRound.set(question.round, list);
    list.push(question);
  }
  const rounds = pack.loop?.rounds ?? [];
  const order = (id: string | undefined): number =>
    id === undefined ? rounds.length : rounds.findIndex((one) => one.id === id);
  return [...byRound]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([id, list]) => ({
      text: id === undefined ? 'For no round in particular' : (rounds.find((one) => one.id === id)?.title ?? id),
      entries: list.map((one) => ({
        text: `${one.title} (${one.id})`,
        details: [`${one.minutes} minutes`, one.rubrics.join(', '), origins[one.origin]],
        note: one.prompt,
        claim: claim(one),
      })),
    }));
}

function structures({ pack, claim }: PageContext): readonly PackEntry[] {
  return (pack.structures ?? []).map((one) => ({
    text: `${one.title} (${one.id})`,
    details: [`type ${one.prefix}`, ...(one.minutes ? [`${one.minutes} minutes`] : [])],
    note: one.about,
    claim: claim(one),
    entries: [{ text: one.sections.map(({ heading }) => heading).join(' → ') }],
  }));
}

function rubrics({ pack, parts, claim }: PageContext): readonly PackEntry[] {
  const titles = new Map<string, string>(
    parts.flatMap((part) =>
      (part.rubrics ?? []).flatMap((rubric) =>
        [...rubric.criteria, ...(rubric.pitfalls ?? [])].map((one) => [`${rubric.id}/${one.id}`, one.title] as const),
      ),
    ),
  );
  const inherited = parts
    .filter((part) => part !== pack && part.rubrics?.length)
    .map((part) => ({ text: `From ${part.id}: ${(part.rubrics ?? []).map(({ id }) => id).join(', ')}` }));
  return [
    ...(pack.rubrics ?? []).map((one) => ({
      text: `${one.title} (${one.id})`,
      details: [
        ...(one.extends ? [`adds to ${one.extends}`] : []),
        counted(one.criteria.length, 'criterion', 'criteria'),
        counted(one.pitfalls?.length ?? 0, 'pitfall', 'pitfalls'),
      ],
      note: one.about,
    })),
    ...inherited,
    ...group(
      'Judged otherwise for this role',
      Object.entries(pack.overrides ?? {}).map(([ref, one]) => ({
        text: `${titles.get(ref) ?? ref} (${ref})`,
        details: [weightName(one.weight)],
        note: one.why,
        claim: claim(one),
      })),
    ),
  ];
}

function weightName(weight: number): string {
  return weight === 0 ? 'not judged' : weight < 0 ? 'its sign is turned' : `counts ${weight} times`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function drills({ pack, claim }: PageContext): readonly PackEntry[] {
  return (pack.drills ?? []).map((one) => ({
    text: one.title,
    details: [one.kind, one.component],
    note: one.inject,
    claim: claim(one),
  }));
}

function plan({ pack, claim }: PageContext): readonly PackEntry[] {
  if (!pack.plan) return [];
  const { title, phases, backgrounds } = pack.plan;
  return [
    { text: title },
    ...phases.map((phase) => ({
      text: phase.title,
      details: [`${counted(phase.weeks, 'week', 'weeks')}`],
      note: phase.about,
      claim: claim(phase),
      entries: phase.tasks.map((task) => ({
        text: task.text,
        details: [...(task.hours ? [`${task.hours} h`] : []), ...(task.question ? [task.question] : [])],
        claim: claim(task),
      })),
    })),
    ...group(
      'By background',
      (backgrounds ?? []).map((one) => ({
        text: one.title,
        details: [`${span(one.weeks)} weeks`, ...(one.hoursAWeek ? [`${one.hoursAWeek} hours a week`] : [])],
        claim: claim(one),
      })),
    ),
  ];
}
