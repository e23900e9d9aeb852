import {
  type DebriefPage,
  type DebriefWords,
  debriefOf,
  debriefPage,
  type PageBlock,
  say,
} from '../../practice/index.ts';
import { beginning, lastWords, momentOf } from './moments.ts';
import type { Count } from './phrases.ts';
import { hourPicture } from './picture.ts';
import { clock, type SpokenReport } from './report.ts';
import type { SpokenWords } from './words.ts';

type Section = DebriefPage['sections'][number];
type Finding = Extract<PageBlock, { kind: 'findings' }>['findings'][number];

/**
 * The report as a page: how it was said, the hour, the silences and decisions, and then the review as a debrief has it. Each
 * quote begins with its time, and its offsets are those of the caption in the file.
 */
export function spokenPage(report: SpokenReport, words: SpokenWords, debriefWords: DebriefWords): DebriefPage {
  const { review, spoken } = report;
  const debrief = debriefOf({ review, text: spoken.answer.text });
  const page = debriefPage(debrief, debriefWords);
  const reviewed = page.sections.filter(({ id }) => id !== 'change' && id !== 'attempts');
  return {
    ...page,
    title: say(words.title, debrief.subject),
    details: [...page.details.slice(0, 1), candidateText(report, words)],
    sections: [
      { id: 'speech', title: words.speech, blocks: [speechTable(report, words)] },
      { id: 'hour', title: words.hour, blocks: hour(report, words) },
      ...(report.speech.silences ? [silences(report, words)] : []),
      ...(report.speech.decisions.length > 0 ? [decisions(report, words)] : []),
      ...reviewed.map((section) => timed(section, report)),
      ...limits(report, words),
    ],
    foot: words.made,
  };
}

/** Who is reviewed, and why them. */
export function candidateText({ candidate, speech, transcript }: SpokenReport, words: SpokenWords): string {
  const all = transcript.speakers.reduce((sum, one) => sum + one.words, 0);
  const sentence = candidate.name === undefined ? words.candidate.nobody : words.candidate[candidate.chosen];
  return say(sentence, candidate.name ?? '', speech.words, all);
}

/** A figure with what it says, as they stand in a table. */
export interface FigureRow {
  readonly name: string;
  readonly value: string;
  readonly more: string;
}

/** The figures of how it was said. What the transcript does not carry says so. */
export function figureRows(report: SpokenReport, words: SpokenWords): readonly FigureRow[] {
  const { speech, length, transcript } = report;
  const { speaking, rate, silences, medianSilence, firstQuestion, monologue, decisions } = speech;
  const row = (name: string, value: string | undefined, more = ''): FigureRow => ({
    name,
    value: value ?? words.unknown,
    more: value === undefined ? '' : more,
  });
  const counted = (name: string, counts: readonly Count[]): FigureRow => {
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    const list = counts.map(({ phrase, count }) => `${phrase.replace(/^i\b/, 'I')} ${count}`).join(', ');
    const share = speech.words === 0 ? '0' : ((all * 100) / speech.words).toFixed(1);
    return row(name, String(all), all === 0 ? '' : say(words.perHundred, share, list));
  };
  const monologueLength =
    monologue?.start === undefined || monologue.end === undefined ? undefined : monologue.end - monologue.start;
  const silent = silences?.reduce((sum, { start, end }) => sum + end - start, 0) ?? 0;
  const reasoned = decisions.filter(({ hasReason }) => hasReason).length;
  return [
    row(words.length, length === undefined ? undefined : clock(length)),
    row(
      words.speaking,
      speaking === undefined ? undefined : clock(speaking),
      length ? say(words.speakingShare, Math.round(((speaking ?? 0) * 100) / length)) : '',
    ),
    row(
      words.rate,
      rate && say(words.rateValue, rate.median),
      rate && say(transcript.timing === 'whole' ? words.rateMore : words.rateMarks, rate.windows),
    ),
    row(
      words.silences,
      silences && String(silences.length),
      medianSilence === undefined ? '' : say(words.silencesMore, seconds(medianSilence), clock(silent)),
    ),
    firstQuestion
      ? row(
          words.firstQuestion,
          firstQuestion.at === undefined ? undefined : clock(firstQuestion.at),
          beginning(momentOf(report, firstQuestion.sentence)?.text ?? ''),
        )
      : row(words.firstQuestion, words.noQuestion),
    row(
      words.monologue,
      monologue && (monologueLength === undefined ? say(words.wordCount, monologue.words) : clock(monologueLength)),
      monologue?.start === undefined ? '' : say(words.monologueMore, monologue.words, clock(monologue.start)),
    ),
    counted(words.fillers, speech.fillers),
    counted(words.hedges, speech.hedges),
    decisions.length === 0
      ? row(words.decisions, words.decisionsNone)
      : row(words.decisions, say(words.decisionsValue, reasoned, decisions.length)),
  ];
}

/** Seconds with one decimal place. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function speechTable(report: SpokenReport, words: SpokenWords): PageBlock {
  return {
    kind: 'table',
    caption: words.speechAbout,
    head: [words.figure, words.value, words.more],
    rows: figureRows(report, words).map(({ name, value, more }) => [name, value, more]),
  };
}

function hour(report: SpokenReport, words: SpokenWords): readonly PageBlock[] {
  const { phases, length } = report;
  const svg = hourPicture(report, words);
  return [
    svg.length > 0 ? { kind: 'picture', svg } : { kind: 'text', text: words.hourUntimed },
    ...(phases === undefined
      ? []
      : ([
          {
            kind: 'table',
            caption: words.guessed,
            isNumeric: true,
            head: [words.phase, words.budget, words.spent, words.begins, words.words],
            rows: phases.map(({ heading, budget, spent, begins, words: count }, index) => [
              `${index + 1}. ${heading}`,
              `${budget}:00`,
              spent === undefined || length === undefined ? words.unknown : clock(spent),
              begins === undefined ? '–' : clock(begins),
              String(count),
            ]),
          },
        ] as const)),
  ];
}

function silences(report: SpokenReport, words: SpokenWords): Section {
  const { speech, transcript, phaseOf } = report;
  const found = speech.silences ?? [];
  const findings = found.map(({ start, end, after }): Finding => {
    const utterance = transcript.utterances[after];
    const phase = phaseOf(after)?.heading;
    const speaker = utterance?.speaker === undefined ? undefined : `${utterance.speaker}:`;
    const text = [clock(utterance?.start ?? start), speaker, lastWords(report, after, 16)];
    return {
      mark: 'edit',
      title: say(words.silenceAt, seconds(end - start), clock(start)),
      state: phase === undefined ? '' : say(words.silenceIn, phase),
      advice: '',
      note: '',
      quotes: utterance ? [{ ...utterance.at, text: text.filter((part) => part !== undefined).join(' ') }] : [],
    };
  });
  return {
    id: 'silences',
    title: words.where,
    blocks: findings.length === 0 ? [{ kind: 'text', text: words.silencesNone }] : [{ kind: 'findings', findings }],
  };
}

function decisions(report: SpokenReport, words: SpokenWords): Section {
  const findings = report.speech.decisions.flatMap(({ sentence, hasReason }): readonly Finding[] => {
    const moment = momentOf(report, sentence);
    if (!moment) return [];
    const title = moment.at === undefined ? words.decided : clock(moment.at);
    const state = hasReason ? words.withReason : words.withoutReason;
    const quotes = [{ ...moment.place, text: moment.text }];
    return [{ mark: hasReason ? 'met' : 'missing', title, state, advice: '', note: '', quotes }];
  });
  return { id: 'decisions', title: words.decided, blocks: [{ kind: 'findings', findings }] };
}

/** The same section, with the time before each quote and the place of its caption in it. */
function timed(section: Section, report: SpokenReport): Section {
  const quote = (one: Finding['quotes'][number]): Finding['quotes'][number] => {
    const moment = momentOf(report, one);
    if (!moment) return one;
    return { ...moment.place, text: moment.at === undefined ? moment.text : `${clock(moment.at)} ${moment.text}` };
  };
  return {
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'findings'
        ? { ...block, findings: block.findings.map((one) => ({ ...one, quotes: one.quotes.map(quote) })) }
        : block,
    ),
  };
}

/** What the transcript cannot show, in sentences. */
export function limitsOf(report: SpokenReport, words: SpokenWords): readonly string[] {
  const { transcript, candidate, phases } = report;
  const { timing, isPunctuated, isRolling, problems, kind } = transcript;
  return [
    ...(timing === 'none' ? [words.limit.untimed] : timing === 'starts' ? [words.limit.starts] : []),
    ...(isPunctuated ? [] : [words.limit.unpunctuated]),
    ...(isRolling ? [words.limit.rolling] : []),
    ...(kind === 'captions' && isJoined(report) ? [words.limit.joined] : []),
    ...(candidate.name === undefined ? [words.limit.unnamed] : []),
    ...(phases === undefined ? [words.limit.unguessed] : []),
    ...(problems.length > 0 ? [say(words.limit.problems, problems.length)] : []),
  ];
}

function limits(report: SpokenReport, words: SpokenWords): readonly Section[] {
  const items = limitsOf(report, words);
  return items.length === 0 ? [] : [{ id: 'limits', title: words.limits, blocks: [{ kind: 'list', items }] }];
}

/** Captions of which nearly each begins where the one before ends stay on the screen while nobody speaks. */
const joinedShare = 0.95;
const fewestToJoin = 20;

function isJoined({ transcript: { utterances } }: SpokenReport): boolean {
  const joined = utterances.filter((one, index) => {
    const before = utterances[index - 1];
    return before?.end !== undefined && one.start !== undefined && one.start <= before.end;
  }).length;
  return utterances.length >= fewestToJoin && joined >= (utterances.length - 1) * joinedShare;
}
