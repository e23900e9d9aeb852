import { type Fault, type FaultKind, faultKinds, type Table } from '../model.ts';
import { affirms, type Phrase, phraseOf, places, type Sentence } from './read.ts';
import { fieldPhrases, kindPhrases } from './words.ts';

const phrasesByKind = new Map<FaultKind, readonly Phrase[]>(
  faultKinds.map((kind) => [kind, kindPhrases[kind].map(phraseOf)]),
);

/** The phrases that name a column. */
function columnPhrases(column: string): readonly Phrase[] {
  return [column, ...(fieldPhrases[column] ?? [])].map(phraseOf);
}

/** Whether a sentence claims a fault of this kind. */
export function claimsKind(sentence: Sentence, kind: FaultKind): boolean {
  return affirms(sentence, phrasesByKind.get(kind) ?? []);
}

/** A paragraph, item or row, with the heading it stands under. */
export interface Passage {
  readonly sentences: readonly Sentence[];
  readonly heading: string;
}

export function passagesOf(sentences: readonly Sentence[]): readonly Passage[] {
  const passages = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const passage = passages.get(sentence.block);
    if (passage) passage.push(sentence);
    else passages.set(sentence.block, [sentence]);
  }
  return [...passages.values()].map((own) => ({ sentences: own, heading: own[0]?.heading ?? '' }));
}

/** Whether a sentence, or the heading above it, names a column. */
export function namesColumn(sentence: Sentence, column: string): boolean {
  const phrases = columnPhrases(column);
  if (places(sentence, phrases).length > 0) return true;
  return places({ stems: phraseOf(sentence.heading) }, phrases).length > 0;
}

/** A sentence that names more kinds than this lists what there might be. */
const mostKinds = 2;

/** Faults of whole rows need no column. */
const rowKinds: ReadonlySet<FaultKind> = new Set(['duplicates', 'missing-sessions', 'sampling']);
const rowPhrases = ['row', 'rows', 'record', 'records', 'event', 'events'].map(phraseOf);

/** The sentences that say outright what is wrong: this kind, in this column. */
export function anchorsOf(passage: Passage, kind: FaultKind, field: string): readonly Sentence[] {
  const said = passage.sentences.filter((sentence) => !isGuess(sentence) && claimsKind(sentence, kind));
  const named = passage.sentences.some(
    (sentence) =>
      !sentence.dismisses &&
      (namesColumn(sentence, field) || (rowKinds.has(kind) && places(sentence, rowPhrases).length > 0)),
  );
  return named ? said : [];
}

/** Whether a sentence lists kinds of fault, or leaves open whether there is one. */
function isGuess(sentence: Sentence): boolean {
  const kinds = kindsClaimed(sentence);
  if (kinds.length > mostKinds) return true;
  // Somebody may hedge and still say when or how much.
  return sentence.hedges && sentence.times.length === 0 && sentence.quantities.length === 0;
}

/** Kinds that one says in the same words: a sentence that fits several claims one. */
const families: readonly (readonly FaultKind[])[] = [
  ['type-drift', 'unit-change'],
  ['null-spike', 'missing-sessions', 'rename'],
  ['meaning', 'unit-change'],
  ['missing-sessions', 'sampling'],
  ['clock-skew', 'late-events'],
];

function kindsClaimed(sentence: Sentence): readonly FaultKind[] {
  return faultKinds.filter((kind) => claimsKind(sentence, kind));
}

/** Kinds that a diagnosis claims, with a column that has it and a date or a figure, and that are not there. */
export function falseClaims(
  passages: readonly Passage[],
  faults: readonly Fault[],
  table: Table,
): readonly { readonly kind: FaultKind; readonly sentence: Sentence }[] {
  const there = new Set(faults.map(({ kind }) => kind));
  const near = new Set(families.filter((family) => family.some((kind) => there.has(kind))).flat());
  const claims = new Map<FaultKind, Sentence>();
  for (const passage of passages) {
    // A passage that is right about something may use the words of something else on its way.
    if (faults.some(({ kind, field }) => anchorsOf(passage, kind, field).length > 0)) continue;
    for (const kind of faultKinds) {
      if (there.has(kind) || near.has(kind) || claims.has(kind)) continue;
      const sentence = passage.sentences.find(
        (one) =>
          claimsKind(one, kind) &&
          (one.times.length > 0 || one.quantities.length > 0) &&
          table.columns.some((column) => namesColumn(one, column)),
      );
      if (sentence) claims.set(kind, sentence);
    }
  }
  return [...claims].map(([kind, sentence]) => ({ kind, sentence }));
}
