/**
 * The sentences of a report on spoken practice. `{0}`, `{1}` … stand for what is put in. An editor passes them in its user's
 * language.
 */
export interface SpokenWords {
  readonly title: string;
  readonly candidate: Readonly<Record<'asked' | 'most' | 'only' | 'nobody', string>>;
  readonly question: string;
  readonly speech: string;
  readonly speechAbout: string;
  readonly figure: string;
  readonly value: string;
  readonly more: string;
  readonly unknown: string;
  readonly length: string;
  readonly speaking: string;
  readonly speakingShare: string;
  readonly rate: string;
  readonly rateValue: string;
  readonly rateMore: string;
  readonly rateMarks: string;
  readonly silences: string;
  readonly silencesMore: string;
  readonly firstQuestion: string;
  readonly noQuestion: string;
  readonly monologue: string;
  readonly monologueMore: string;
  readonly wordCount: string;
  readonly fillers: string;
  readonly hedges: string;
  readonly perHundred: string;
  readonly decisions: string;
  readonly decisionsValue: string;
  readonly decisionsNone: string;
  readonly hour: string;
  readonly hourOf: string;
  readonly hourUntimed: string;
  readonly guessed: string;
  readonly phase: string;
  readonly budget: string;
  readonly spent: string;
  readonly begins: string;
  readonly words: string;
  readonly others: string;
  readonly silence: string;
  readonly evidence: string;
  readonly where: string;
  readonly silencesNone: string;
  readonly silenceAt: string;
  readonly silenceIn: string;
  readonly silenceAfter: string;
  readonly decided: string;
  readonly withReason: string;
  readonly withoutReason: string;
  readonly limits: string;
  readonly limit: Readonly<
    Record<'untimed' | 'starts' | 'unpunctuated' | 'rolling' | 'joined' | 'unnamed' | 'unguessed' | 'problems', string>
  >;
  readonly made: string;
}

export const englishSpokenWords: SpokenWords = {
  title: 'Spoken practice: {0}',
  candidate: {
    asked: 'Reviewed is what {0} says: {1} of {2} words.',
    most: 'Reviewed is what {0} says, who speaks most: {1} of {2} words. Name another speaker if that is not you.',
    only: 'Reviewed is what {0} says, the only speaker who is named: {1} of {2} words.',
    nobody: 'No speakers are named, so all {1} words are read as yours.',
  },
  question: 'Asked was {0}.',
  speech: 'How it was said',
  speechAbout: 'Times are minutes and seconds.',
  figure: 'Figure',
  value: 'Value',
  more: 'More of it',
  unknown: 'not known',
  length: 'Length',
  speaking: 'You speak',
  speakingShare: '{0}% of it',
  rate: 'Speaking rate',
  rateValue: '{0} words a minute',
  rateMore: 'median over {0} × 30 s of speech',
  rateMarks: 'median over {0} × 30 s, pauses included',
  silences: 'Silences over 4 seconds',
  silencesMore: 'median {0} s, together {1}',
  firstQuestion: 'First clarifying question',
  noQuestion: 'none found',
  monologue: 'Longest monologue',
  monologueMore: '{0} words, from {1}',
  wordCount: '{0} words',
  fillers: 'Fillers',
  hedges: 'Hedges',
  perHundred: '{0} in 100 words: {1}',
  decisions: 'Decisions with a reason',
  decisionsValue: '{0} of {1}',
  decisionsNone: 'no decision found',
  hour: 'The hour',
  hourOf: 'Who speaks over {0}, where nobody does, the phases, and where evidence was given. The tables have the same.',
  hourUntimed: 'The transcript has no times, so there is no picture and no budget to hold it against.',
  guessed:
    'Where a phase begins is guessed from its heading, its words and the evidence that belongs to it, in the order of the structure; going back is not seen.',
  phase: 'Phase',
  budget: 'Budget',
  spent: 'Spent',
  begins: 'Begins',
  words: 'Words',
  others: 'Others',
  silence: 'Silence',
  evidence: 'Evidence',
  where: 'Where it was silent',
  silencesNone: 'Nobody was silent for more than four seconds.',
  silenceAt: '{0} s at {1}',
  silenceIn: 'in “{0}”',
  silenceAfter: 'after {0}',
  decided: 'What was decided',
  withReason: 'with a reason',
  withoutReason: 'no reason in this sentence or the next',
  limits: 'What this transcript cannot show',
  limit: {
    untimed: 'It has no times: silences, pace, length and the time budget are not known.',
    starts: 'It tells when each part begins but not when it ends: silences are not known, and pauses count as speech.',
    unpunctuated:
      'It has no full stops or question marks. Sentences are cut at pauses and questions told by the order of their words, so evidence that must stand in one sentence may be missed or be put together wrongly.',
    rolling: 'Its captions roll: each repeats the one before. Repeated lines were read once.',
    joined: 'Its captions follow each other without a gap, so silences may be hidden in them.',
    unnamed: 'It names nobody, so what others say counts as yours.',
    unguessed: 'No question with a time budget is named, so there are no phases.',
    problems: '{0} captions could not be read and were left out.',
  },
  made: 'Made by Rubricate from the transcript alone. Four seconds, half a minute and the lists of words are its own choices.',
};
