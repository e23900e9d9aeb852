import { type AttemptRecorded, type AttemptTimes, attemptOf, type Occasion } from '../../practice/index.ts';
import type { SpokenReport } from './report.ts';

/** What the caller knows of an attempt: the time, random ids and where the transcript stands. */
export interface Attempted extends Occasion {
  readonly file?: string | undefined;
}

/** The attempt to record of a spoken round: what was said, its review, its times and figures. Undefined without a question. */
export function spokenAttempt(report: SpokenReport, { file, ...occasion }: Attempted): AttemptRecorded | undefined {
  const { review, spoken, speech } = report;
  const { silences, medianSilence, firstQuestion, monologue, decisions } = speech;
  const total = (counts: typeof speech.fillers): number => counts.reduce((sum, { count }) => sum + count, 0);
  const seconds = (ms: number | undefined): number | undefined =>
    ms === undefined ? undefined : Math.floor(ms / 1000);
  const known = <Name extends string>(name: Name, value: number | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { readonly [one in Name]?: number };
  const monologueLength =
    monologue?.start === undefined || monologue.end === undefined ? undefined : monologue.end - monologue.start;
  return attemptOf(review, {
    ...occasion,
    text: spoken.answer.text,
    file,
    times: timesOf(report),
    spoken: {
      ...known('speaking', seconds(speech.speaking)),
      ...known('wordsAMinute', speech.rate?.median),
      ...known('silences', silences?.length),
      ...known('medianSilence', medianSilence === undefined ? undefined : Math.round(medianSilence / 100) / 10),
      ...known('firstQuestion', seconds(firstQuestion?.at)),
      ...known('monologue', seconds(monologueLength)),
      fillers: total(speech.fillers),
      hedges: total(speech.hedges),
      decisions: decisions.length,
      reasoned: decisions.filter(({ hasReason }) => hasReason).length,
    },
  });
}

/** How the time was spent by phase, where it is known. */
function timesOf({ review, length, phases }: SpokenReport): AttemptTimes | undefined {
  const { question } = review.target;
  if (length === undefined || !question) return undefined;
  return {
    allowed: question.minutes * 60,
    used: Math.round(length / 1000),
    sections: (phases ?? []).flatMap(({ heading, spent, from }) =>
      from === undefined || spent === undefined ? [] : [{ heading, seconds: Math.round(spent / 1000) }],
    ),
  };
}
