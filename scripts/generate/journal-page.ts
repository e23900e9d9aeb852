import { eventFileName, eventFileText, eventJsonSchema, type PracticeEvent } from '@rubricate/core/practice';
import { type Schema, table, typeWords } from './schema-table.ts';
import { writeSection } from './write.ts';

// The part of docs/journal.md that follows the schema of events: every kind with its keys, and one event as a file.

/** What each kind records. */
const kinds: Readonly<Record<PracticeEvent['kind'], string>> = {
  'attempt-recorded': 'An answer with its review, so that progress shows and two attempts can be compared.',
  'card-answered': 'A quiz card was answered.',
  'card-undone': 'The answer to a card was a slip of the hand; it is as if it had not been given.',
  'card-suspended': 'A card is not wanted for now.',
  'card-resumed': 'It is wanted again.',
  'card-reported': 'Something about a card is not as it should be.',
  'task-ticked': 'A task of the prep plan was done.',
  'task-unticked': 'It was not done after all.',
  'drill-raised': 'A failure was injected into an answer.',
  'drill-closed': 'The text answers that failure.',
  'drill-given-up': 'It is not going to be answered.',
};

/** What each key means; `kind: path` where kinds differ. */
const meanings: Readonly<Record<string, string>> = {
  v: 'version of the format',
  id: 'random; the same id is the same event, however often it is read',
  at: 'when it happened, by the clock of its writer',
  writer: 'random for each window or process',
  after: 'only where the clock was set back: the event about the same thing that this one came after',
  kind: 'what happened',
  question: 'id of the question',
  'drill-raised: question': 'id of the question, where the answer names one',
  pack: 'the pack it was judged through',
  level: 'the level it was judged at',
  file: 'where the answer stands, from the folder of the journal',
  text: 'the answer as it was',
  'review.words': 'words of the answer',
  'review.hire.signal': 'hire signal',
  'review.hire.low': 'read harshly',
  'review.hire.high': 'read kindly',
  'review.reading.bar': 'the level it reads as',
  'review.reading.low': 'read harshly',
  'review.reading.high': 'read kindly',
  'review.criteria[].ref': '`rubric/criterion`',
  'review.criteria[].status': 'what it earned',
  'review.criteria[].expected': 'whether the level asks for it',
  'review.pitfalls': 'the pitfalls that were there, as `rubric/pitfall`',
  'times.allowed': 'seconds allowed, with extensions; `times` is there only for an answer against the clock',
  'times.used': 'seconds used; pauses do not count',
  'times.sections[].heading': 'a heading, in the order they were first written under',
  'times.sections[].seconds': 'seconds spent there',
  'spoken.speaking': 'seconds spoken; `spoken` is there only for an answer that was said',
  'spoken.wordsAMinute': 'pace',
  'spoken.silences': 'silences of more than four seconds',
  'spoken.medianSilence': 'their median, in seconds',
  'spoken.firstQuestion': 'seconds until the first question',
  'spoken.monologue': 'the longest stretch without a stop, in seconds',
  'spoken.fillers': 'filler words',
  'spoken.hedges': 'hedging words',
  'spoken.decisions': 'decisions said',
  'spoken.reasoned': 'those with a reason',
  card: '`pack/card`',
  right: 'whether it was right',
  chosen: 'what was chosen, counted from 0 in the order of the pack, or typed',
  event: 'id of the event that this one is about',
  reason: 'what is wrong with it',
  note: 'in the words of the user',
  task: '`pack/task`',
  drill: '`pack/drill`',
  title: 'its title',
  sentence: 'the sentence of the answer that names the component',
  'quotes[].part': 'part of the answer to a failure',
  'quotes[].quote': 'the words that gave it',
};

interface Leaf {
  readonly path: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The keys of an object that hold a value, those of objects within it with their paths. */
function leavesOf(schema: Schema, prefix = '', isNeeded = true): readonly Leaf[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]): readonly Leaf[] => {
    const isRequired = isNeeded && (schema.required ?? []).includes(key);
    const path = `${prefix}${key}`;
    if (value.properties) return leavesOf(value, `${path}.`, isRequired);
    if (value.items?.properties) return leavesOf(value.items, `${path}[].`, isRequired);
    return [{ path, schema: value, isRequired }];
  });
}

const used = new Set<string>();
function meaningOf(kind: string, path: string): string {
  const key = [`${kind}: ${path}`, path].find((one) => Object.hasOwn(meanings, one));
  if (key === undefined)
    throw new Error(`The events of docs/journal.md have a key without a meaning: ${kind}: ${path}`);
  used.add(key);
  return meanings[key] as string;
}

const events = ((eventJsonSchema() as Schema).oneOf ?? []).map((schema) => ({
  kind: schema.properties?.kind?.const as PracticeEvent['kind'],
  leaves: leavesOf(schema),
}));
const common = (events[0]?.leaves ?? []).filter(({ path }) =>
  events.every(({ leaves }) => leaves.some((leaf) => leaf.path === path)),
);
const isCommon = new Set(common.map(({ path }) => path));

const rowOf = (kind: string, { path, schema, isRequired }: Leaf): readonly string[] => [
  `\`${path}\`${isRequired ? '' : ' (may be left out)'}`,
  path === 'kind' ? 'one of those below' : typeWords(schema),
  meaningOf(kind, path),
];
const head = ['key', 'value', 'meaning'];
const lines = [
  'Keys of every event:',
  '',
  table(
    head,
    common.map((leaf) => rowOf('', leaf)),
  ),
];
for (const { kind, leaves } of events) {
  const own = leaves.filter(({ path }) => !isCommon.has(path));
  lines.push(
    '',
    `### \`${kind}\``,
    '',
    kinds[kind],
    '',
    table(
      head,
      own.map((leaf) => rowOf(kind, leaf)),
    ),
  );
}
const unused = Object.keys(meanings).filter((key) => !used.has(key));
if (unused.length > 0) throw new Error(`No event has these keys any more: ${unused.join(', ')}`);
writeSection('docs/journal.md', 'events', lines.join('\n'));

const example: PracticeEvent = {
  v: 1,
  kind: 'task-ticked',
  id: '0f8c2b7e41d94a6fb3c5d7e9a1b2c3d4',
  at: '2026-11-21T08:43:02.123Z',
  writer: 'k3v9x2',
  task: 'pinterest-software-engineer/push-and-pull',
};
writeSection(
  'docs/journal.md',
  'example',
  [`\`${eventFileName(example)}\`:`, '', '```json', eventFileText(example).trim(), '```'].join('\n'),
);
