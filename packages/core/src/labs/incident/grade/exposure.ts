import { type DebriefPage, say } from '../../../practice/index.ts';
import type { ExposureSums, ExposureTruth } from '../exposure.ts';
import type { Quote } from './grade.ts';
import { gradeGenerator, quoted } from './page.ts';
import { affirms, phraseOf, places, readDiagnosis, type Sentence } from './read.ts';
import type { GradeWords } from './report-words.ts';
import { meansMoment } from './times.ts';

export type ExposurePartName = keyof GradeWords['exposure']['parts'];

/** One thing that a diagnosis of exposure should say. */
export interface ExposurePart {
  readonly part: ExposurePartName;
  readonly worth: number;
  readonly earned: number;
  readonly quote?: Quote;
  /** What the data give, where it is about figures, as one writes them. */
  readonly data?: readonly string[];
}

export interface ExposureGrade {
  readonly parts: readonly ExposurePart[];
  /** The tempting conclusion, where it is drawn. */
  readonly wrong?: Quote;
  readonly points: number;
  readonly of: number;
}

const phrases = (list: string) => list.split(', ').map(phraseOf);
const baseline = phrases(
  'per eligible, per eligible pin, per pin, for each eligible, for each pin, eligible pins, supply, relative to supply, divided by, adjusted for',
);
const shown = phrases('impression, impressions, exposure, shown');
const equal = phrases(
  'same rate, the same, equal, equally, as often, no gap, gap disappears, gap vanishes, gap is gone, not hidden, not unfair, not held back, not disadvantaged, fewer pins, less supply, explained by supply, because of supply, not true, within noise',
);
const held = phrases(
  'held back, under exposed, underexposed, dropped, drop, drops, fell, falls, fewer, less, lower, below, down, loses, lost, reduced, suppressed',
);
const unfair = phrases(
  'unfair, unfairly, biased, bias, discriminated, discriminates, hidden, hides, held back, true, suppressed',
);
const wrongCost = 4;

/** Compares a diagnosis of the exposure case with the data: the baseline, the figures both ways, and who is held back. */
export function gradeExposure(text: string, truth: ExposureTruth, sums: ExposureSums): ExposureGrade {
  const begun = Date.parse(`${truth.from}T00:00:00Z`);
  const sentences = readDiagnosis(text, truth.given, new Date(begun).getUTCFullYear());
  const rates = { inner: sums.rate({ ring: 'inner' }), outer: sums.rate({ ring: 'outer' }) };
  const before = {
    inner: sums.rate({ ring: 'inner', before: truth.from }),
    outer: sums.rate({ ring: 'outer', before: truth.from }),
  };
  const area = {
    earlier: sums.rate({ area: truth.area, before: truth.from }),
    now: sums.rate({ area: truth.area, from: truth.from }),
  };
  const drop = 100 * (1 - area.now / area.earlier);
  const names = (sentence: Sentence, word: string): boolean => sentence.words.includes(word.toLowerCase());
  const isAdjusted = (sentence: Sentence): boolean => places(sentence, baseline).length > 0;
  const quotes = (
    sentence: Sentence,
    values: readonly number[],
    within: (value: number) => number,
    kind?: 'percent',
  ): boolean =>
    sentence.quantities.some(
      (quantity) =>
        (quantity.kind === 'percent') === (kind === 'percent') &&
        values.some((value) => Math.abs(quantity.value - value) <= within(value)),
    );
  const percent = (sentence: Sentence, value: number): boolean => quotes(sentence, [value], () => 1.5, 'percent');
  const find = (fits: (sentence: Sentence) => boolean): Sentence | undefined =>
    sentences.find((sentence) => !sentence.hedges && fits(sentence));
  const ofArea = sentences.filter((sentence) => {
    const areas = new Set(sentence.words.filter((word) => /^a\d\d$/.test(word)));
    // A sentence that names many of them picks none.
    return names(sentence, truth.area) && areas.size <= 2 && affirms(sentence, held);
  });
  const figure = find(
    (sentence) =>
      isAdjusted(sentence) &&
      quotes(sentence, [rates.outer, rates.inner, before.outer, before.inner], (value) => value * 0.02),
  );
  const raw = find((sentence) => names(sentence, 'outer') && percent(sentence, sums.rawGap()));
  const even =
    figure && find((sentence) => names(sentence, 'outer') && !sentence.dismisses && places(sentence, equal).length > 0);
  const since = ofArea.find(({ times }) => times.some((time) => meansMoment(time, begun)));
  const size = ofArea.find(
    (sentence) => percent(sentence, drop) || quotes(sentence, [area.now], (value) => value * 0.02),
  );
  const compared = find((sentence) => isAdjusted(sentence) && places(sentence, shown).length > 0);
  const wrong = even
    ? undefined
    : find(
        (sentence) =>
          names(sentence, 'outer') &&
          affirms(sentence, unfair) &&
          !sentence.words.some((word) => /^(not|no|never|nobody)$/.test(word)),
      );
  // Naming the baseline is worth something once it is used.
  const parts = [
    part('baseline', 3, figure && compared),
    part('count', 2, raw, [sums.rawGap().toFixed(1)]),
    part('rates', 3, figure, [rates.outer.toFixed(2), rates.inner.toFixed(2)]),
    part('even', 3, even),
    part('area', 4, figure || since || size ? ofArea[0] : undefined),
    part('since', 2, since),
    part('size', 2, size, [drop.toFixed(1)]),
  ];
  const gained = parts.reduce((sum, { earned }) => sum + earned, 0);
  return {
    parts,
    ...(wrong ? { wrong: { start: wrong.start, end: wrong.end } } : {}),
    points: Math.max(0, gained - (wrong ? wrongCost : 0)),
    of: parts.reduce((sum, { worth }) => sum + worth, 0),
  };
}

function part(
  name: ExposurePartName,
  worth: number,
  sentence: Sentence | undefined,
  data?: readonly string[],
): ExposurePart {
  return {
    ...{ part: name, worth, earned: sentence ? worth : 0 },
    ...(sentence ? { quote: { start: sentence.start, end: sentence.end } } : {}),
    ...(sentence && data ? { data } : {}),
  };
}

export interface ExposurePageOptions {
  readonly grade: ExposureGrade;
  readonly truth: ExposureTruth;
  /** The diagnosis. */
  readonly text: string;
  readonly reveal: boolean;
}

/** The grade as a page. Who is held back is told only to whoever asks for it. */
export function exposurePage({ grade, truth, text, reveal }: ExposurePageOptions, words: GradeWords): DebriefPage {
  const { exposure } = words;
  const dataTexts: Partial<Readonly<Record<ExposurePartName, string>>> = exposure.data;
  const items = grade.parts.map(({ part, worth, earned, quote, data }) => {
    const of = [earned > 0 ? '✓' : '✗', exposure.parts[part], earned, worth] as const;
    const line = quote ? say(words.told, ...of, quoted(text, quote)) : say(words.untold, ...of);
    return data ? say(exposure.toldData, line, say(dataTexts[part] ?? '', ...data)) : line;
  });
  const section = (id: string, title: string, sentence: string) =>
    ({ id, title, blocks: [{ kind: 'text', text: sentence }] }) as const;
  const left = Math.round(truth.factor * 100);
  return {
    language: words.language,
    generator: gradeGenerator,
    title: say(exposure.title, truth.seed),
    details: [say(words.details, grade.points, grade.of)],
    sections: [
      { id: 'parts', title: exposure.said, blocks: [{ kind: 'list', items }] },
      ...(grade.wrong
        ? [section('against', words.against, say(exposure.wrong, wrongCost, quoted(text, grade.wrong)))]
        : []),
      ...(reveal ? [section('truth', words.truth, say(exposure.truth, truth.area, truth.from, left))] : []),
    ],
    foot: words.foot,
  };
}
