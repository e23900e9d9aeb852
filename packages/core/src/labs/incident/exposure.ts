import * as z from 'zod/mini';
import { chanceOf } from './chance.ts';
import { briefFile, diagnosisFile, type Paper } from './papers.ts';
import { seal, truthFile, unseal } from './seal.ts';
import { csvLine } from './stream.ts';
import { day, dayOf, daysCovered } from './world.ts';

// The other case: who is shown, and to what it is fair to compare it. Areas with little to show are shown little, which
// looks like a ranker that treats them unfairly; the area that it really holds back stands out only against its supply.

/** The file with the rows of this case. */
export const exposureFile = 'exposure.csv';
const head = ['day', 'area', 'ring', 'topic', 'eligible_pins', 'impressions'] as const;
const topics = ['food', 'home', 'travel', 'crafts'] as const;
const ringSize = 6;
/** Impressions a day for each Pin that may be shown. */
const usualRate = 3.1;

const exposureTruth = z.strictObject({
  version: z.literal(1),
  variant: z.literal('exposure'),
  seed: z.number(),
  /** The area that is held back, the day from which on, and what is left of its rate. */
  area: z.string(),
  from: z.string(),
  factor: z.number(),
  given: z.array(z.string()),
});
export type ExposureTruth = z.infer<typeof exposureTruth>;

/** The truth of a sealed file, where it is one of this case. */
export function readExposureTruth(file: string): ExposureTruth | undefined {
  const read = exposureTruth.safeParse(unseal(file));
  return read.success ? read.data : undefined;
}

/** Every file of the case. The same seed gives the same bytes. */
export function exposurePapers(seed: number): readonly Paper[] {
  const chance = chanceOf(seed, 5);
  const start = Date.UTC(2026, 0, 5) + chance.int(0, 40) * 7 * day;
  const numbers = chance.shuffled(Array.from({ length: 2 * ringSize }, (_, at) => at + 1));
  const areas = numbers.map((number, at) => ({
    id: `A${String(number).padStart(2, '0')}`,
    ring: at < ringSize ? 'inner' : 'outer',
    eligible: at < ringSize ? chance.int(700, 1300) : chance.int(180, 380),
  }));
  const [held] = [...areas].sort((a, b) => b.eligible - a.eligible);
  const fromDay = chance.int(5, 8);
  const factor = chance.int(62, 74) / 100;
  const rows: string[] = [];
  for (let at = 0; at < daysCovered; at++) {
    for (const area of [...areas].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      for (const topic of topics) {
        const eligible = Math.round((area.eligible * chance.int(94, 106)) / 100);
        const rate = area === held && at >= fromDay ? usualRate * factor : usualRate;
        const impressions = Math.round((eligible * rate * chance.int(95, 105)) / 100);
        rows.push(csvLine([dayOf(start + at * day), area.id, area.ring, topic, eligible, impressions]));
      }
    }
  }
  const from = start + fromDay * day;
  const told: readonly Paper[] = [
    { name: briefFile, text: brief(seed) },
    { name: 'dictionary.md', text: dictionary },
    {
      name: 'deploy_log.csv',
      text: [
        ['at', 'id', 'service', 'change'],
        [dayOf(from - 2 * day), 'D-2104', 'web-frontend', 'larger pictures on the start page'],
        [dayOf(from), 'D-2117', 'ranking', 'near-duplicate filter uses a lower threshold where there is much to show'],
        [dayOf(from + day), 'D-2121', 'warehouse', 'nightly load moved to another hour'],
      ]
        .map(csvLine)
        .join(''),
    },
  ];
  const truth: ExposureTruth = {
    ...{ version: 1, variant: 'exposure', seed, area: held?.id ?? '', from: dayOf(from), factor },
    given: told.map(({ text }) => text),
  };
  return [
    ...told,
    { name: exposureFile, text: csvLine(head) + rows.join('') },
    { name: diagnosisFile, text: template },
    { name: truthFile, text: seal(truth) },
  ];
}

function brief(seed: number): string {
  return `# Exposure ${seed}

A journalist has counted how often Pins of each area of a city are shown, and writes that the ranker hides the outer areas.
Legal asks you, who own the data, three things by tonight: is it true, is anybody held back, and since when?

exposure.csv has a row for each day, area and topic; dictionary.md says what the columns mean, and deploy_log.csv what was
changed. Write into diagnosis.md what to compare with what, the figures both ways, who is held back and since when, and what
you do about it.
`;
}

const dictionary = `# Dictionary of exposure.csv

| column | what it holds |
| --- | --- |
| day | the day in UTC |
| area | one of twelve areas of the city |
| ring | \`inner\` or \`outer\`: how far from the centre it lies |
| topic | what the Pins are about |
| eligible_pins | how many Pins of the area and topic could have been shown that day |
| impressions | how often they were shown |
`;

const template = `---
rubric: data-incident
---

# Diagnosis

## What to compare

<!-- The baseline, and why it is the fair one. -->

## Figures

<!-- As the journalist counts, and against the baseline. -->

## Who is held back, and since when

## What we do
`;

/** Sums of the rows that one asks for. */
interface Sums {
  impressions: number;
  eligible: number;
}

/** The data of the case, added up while they stream by. */
export interface ExposureSums {
  readonly columns: readonly string[];
  add(row: readonly string[]): void;
  /** Impressions for each eligible Pin. */
  rate(wanted: {
    readonly ring?: string;
    readonly area?: string;
    readonly before?: string;
    readonly from?: string;
  }): number;
  /** By how many percent an outer area is shown less than an inner one, as counted. */
  rawGap(): number;
}

/** Counts with nothing counted yet. */
export function exposureSums(): ExposureSums {
  const sums = new Map<string, Sums & { readonly day: string; readonly area: string; readonly ring: string }>();
  const total = (fits: (one: { day: string; area: string; ring: string }) => boolean): Sums => {
    const sum = { impressions: 0, eligible: 0 };
    for (const one of sums.values()) {
      if (!fits(one)) continue;
      sum.impressions += one.impressions;
      sum.eligible += one.eligible;
    }
    return sum;
  };
  return {
    columns: head,
    add([on = '', area = '', ring = '', , eligible, impressions]) {
      const key = `${on}|${area}`;
      const sum = sums.get(key) ?? { day: on, area, ring, impressions: 0, eligible: 0 };
      sum.impressions += Number(impressions);
      sum.eligible += Number(eligible);
      sums.set(key, sum);
    },
    rate({ ring, area, before, from }) {
      const { impressions, eligible } = total(
        (one) =>
          (ring === undefined || one.ring === ring) &&
          (area === undefined || one.area === area) &&
          (before === undefined || one.day < before) &&
          (from === undefined || one.day >= from),
      );
      return eligible > 0 ? impressions / eligible : 0;
    },
    rawGap() {
      const [inner, outer] = ['inner', 'outer'].map((ring) => total((one) => one.ring === ring).impressions);
      return inner ? 100 * (1 - (outer ?? 0) / inner) : 0;
    },
  };
}
