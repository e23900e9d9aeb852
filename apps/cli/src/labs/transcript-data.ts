import { momentOf, momentsOf, type SpokenReport } from '@rubricate/core/labs/transcript';
import { reasonText } from '@rubricate/core/review';

type Place = (offset: number) => { readonly line: number; readonly column: number };

/** The report as JSON. Times and lengths are milliseconds; null where the transcript does not tell. */
export function transcriptData(report: SpokenReport, path: string, placeOf: Place) {
  const { transcript, candidate, review, speech, phases, phaseOf, length } = report;
  const { utterances, speakers, timing, kind, isPunctuated, isRolling } = transcript;
  const { target, hire, level } = review;
  const moments = (spans: Parameters<typeof momentsOf>[1]) =>
    momentsOf(report, spans).map((moment) => ({
      at: moment.at ?? null,
      ...placeOf(moment.place.start),
      quote: moment.text,
    }));
  return {
    version: 1,
    path,
    kind,
    timing,
    punctuated: isPunctuated,
    rolling: isRolling,
    candidate: { name: candidate.name ?? null, chosen: candidate.chosen },
    speakers: speakers.map(({ name, words }) => ({ name: name ?? null, words })),
    question: target.question?.id ?? null,
    pack: target.lens.pack.id,
    level: target.level,
    bar: target.bar,
    length: length ?? null,
    speech: {
      words: speech.words,
      speaking: speech.speaking ?? null,
      wordsAMinute: speech.rate?.median ?? null,
      windows: speech.rate?.windows ?? 0,
      silences:
        speech.silences?.map(({ start, end, after }) => ({
          start,
          end,
          after: utterances[after]?.speaker ?? null,
          phase: phaseOf(after)?.heading ?? null,
          ...placeOf(utterances[after]?.at.start ?? 0),
        })) ?? null,
      medianSilence: speech.medianSilence ?? null,
      fillers: speech.fillers,
      hedges: speech.hedges,
      firstQuestion: speech.firstQuestion ? (moments([speech.firstQuestion.sentence])[0] ?? null) : null,
      monologue: speech.monologue
        ? { start: speech.monologue.start ?? null, end: speech.monologue.end ?? null, words: speech.monologue.words }
        : null,
      decisions: speech.decisions.map(({ sentence, hasReason }) => ({
        at: momentOf(report, sentence)?.at ?? null,
        quote: momentOf(report, sentence)?.text ?? '',
        reason: hasReason,
      })),
    },
    phases:
      phases?.map(({ heading, budget, spent, begins, words }) => ({
        heading,
        budget: budget * 60_000,
        spent: spent ?? null,
        begins: begins ?? null,
        words,
      })) ?? null,
    hire: { signal: hire.signal, low: hire.low, high: hire.high, reasons: hire.reasons.map(reasonText) },
    reading: { bar: level.bar, low: level.low, high: level.high },
    criteria: review.criteria.map(({ criterion, status, expected, evidence }) => ({
      ref: criterion.ref,
      title: criterion.title,
      status,
      expected,
      evidence: status === 'missing' ? [] : moments(evidence),
    })),
    pitfalls: review.pitfalls
      .filter(({ present }) => present)
      .map(({ pitfall, evidence }) => ({ ref: pitfall.ref, title: pitfall.title, evidence: moments(evidence) })),
    problems: transcript.problems,
  };
}
