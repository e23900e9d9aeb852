import { hireSignals, levelReadings } from '@rubricate/core/model';
import type { Judged } from './judge.ts';
import { isReal, type LabelledAnswer } from './labels.ts';
import { bootstrap, kappa, mean, type Pairs, quadraticKappa } from './statistics.ts';

const credit = { missing: 0, partial: 1, met: 2 } as const;

/** One criterion of one answer: the engine's status and both graders'. */
interface Item {
  readonly ref: string;
  readonly engine: number;
  readonly graders: readonly [number, number];
  readonly overlap: boolean | undefined;
}

interface Group {
  readonly answer: LabelledAnswer;
  readonly items: readonly Item[];
}

const met = (status: number): number => (status === 2 ? 1 : 0);

function groupsOf(judged: readonly Judged[]): readonly Group[] {
  return judged.map(({ answer, criteria }) => ({
    answer,
    items: Object.entries(answer.criteria).flatMap(([ref, [first, second]]): readonly Item[] => {
      const engine = criteria.get(ref);
      if (!engine) return [];
      const both = first[0] === 'met' && second[0] === 'met' && engine.status === 2;
      return [
        {
          ref,
          engine: engine.status,
          graders: [credit[first[0]], credit[second[0]]],
          overlap: both
            ? engine.quotes.some((quote) => overlaps(quote, first[1]) || overlaps(quote, second[1]))
            : undefined,
        },
      ];
    }),
  }));
}

/** Whether a grader's quote and a piece of evidence share words: one holds the other, or half of the shorter one's words. */
function overlaps(evidence: string, quote: string): boolean {
  const a = squeeze(evidence);
  const b = squeeze(quote);
  if (a === '' || b === '') return false;
  return a.includes(b) || b.includes(a) || sharedRun(a, b) >= Math.min(30, Math.min(a.length, b.length) / 2);
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Length of the longest run of characters that both hold. */
function sharedRun(a: string, b: string): number {
  let best = 0;
  let previous = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      if (a.charCodeAt(i - 1) === b.charCodeAt(j - 1)) {
        row[j] = (previous[j - 1] as number) + 1;
        if ((row[j] as number) > best) best = row[j] as number;
      }
    }
    previous = row;
  }
  return best;
}

function against(items: readonly Item[], grader: 0 | 1, map: (status: number) => number): Pairs {
  return items.map((item) => [map(item.engine), map(item.graders[grader])] as const);
}

function engineKappa(items: readonly Item[]): number {
  return mean([kappa(against(items, 0, met)), kappa(against(items, 1, met))]);
}

function engineQuadratic(items: readonly Item[]): number {
  return mean([quadraticKappa(against(items, 0, (s) => s)), quadraticKappa(against(items, 1, (s) => s))]);
}

function accuracy(items: readonly Item[]): number {
  return mean(items.flatMap((item) => item.graders.map((grader) => (met(grader) === met(item.engine) ? 1 : 0))));
}

function gradersKappa(items: readonly Item[]): number {
  return kappa(items.map(({ graders }) => [met(graders[0]), met(graders[1])]));
}

/** Fewer than five agreed labels of each kind cannot be measured. */
function measurable(items: readonly Item[]): boolean {
  const agreed = items.filter(({ graders }) => met(graders[0]) === met(graders[1]));
  const positive = agreed.filter(({ graders }) => graders[0] === 2).length;
  return positive >= 5 && agreed.length - positive >= 5;
}

const number = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '  – ');

function criterionRow(ref: string, items: readonly Item[]): string {
  const cell = (engine: number, grader: number): number =>
    items.reduce(
      (sum, item) => sum + item.graders.filter((status) => item.engine === engine && status === grader).length,
      0,
    );
  const matrix = [2, 1, 0]
    .map((engine) => [2, 1, 0].map((grader) => String(cell(engine, grader)).padStart(3)).join(''))
    .join(' |');
  const values = measurable(items)
    ? `${number(accuracy(items))}  ${number(engineKappa(items))}  ${number(engineQuadratic(items))}  ${number(gradersKappa(items))}`
    : `${number(accuracy(items))}  not measurable  `;
  return `  ${ref.padEnd(42)} ${String(items.length).padStart(3)}  ${values.padEnd(24)} ${matrix}`;
}

function totals(title: string, groups: readonly Group[], judged: readonly Judged[]): readonly string[] {
  const items = groups.flatMap((group) => group.items);
  if (items.length === 0) return [`${title}: no answers.`];
  const interval = (statistic: (items: readonly Item[]) => number): string => {
    const [low, high] = bootstrap(groups, (sample) => statistic(sample.flatMap((group) => group.items)));
    return `[${number(low)}, ${number(high)}]`;
  };
  const quoted = items.filter(({ overlap }) => overlap !== undefined);
  const lines = [
    `${title}: ${groups.length} answers, ${items.length} criteria`,
    `  met against not met  accuracy ${number(accuracy(items))} ${interval(accuracy)}   kappa ${number(engineKappa(items))} ${interval(engineKappa)}   graders with each other ${number(gradersKappa(items))}`,
    `  three statuses       QWK ${number(engineQuadratic(items))} ${interval(engineQuadratic)}   graders ${number(quadraticKappa(items.map(({ graders }) => [graders[0], graders[1]])))}`,
    `  evidence             overlaps a grader's quote in ${quoted.filter(({ overlap }) => overlap).length} of ${quoted.length} agreed met (${number(quoted.filter(({ overlap }) => overlap).length / quoted.length)})`,
    ...pitfallTotals(judged),
    ...signalTotals(judged),
  ];
  return lines;
}

function pitfallTotals(judged: readonly Judged[]): readonly string[] {
  let found = 0;
  let right = 0;
  let agreed = 0;
  let recalled = 0;
  let falseOnStrong = 0;
  let wordsOfStrong = 0;
  for (const { answer, pitfalls, words } of judged) {
    const strong = answer.hire.every((signal) => signal === 'strong-yes');
    if (strong) wordsOfStrong += words;
    for (const [ref, [first, second]] of Object.entries(answer.pitfalls)) {
      const present = pitfalls.get(ref)?.present;
      if (present === undefined) continue;
      if (present) {
        found++;
        if (first[0] || second[0]) right++;
        else if (strong) falseOnStrong++;
      }
      if (first[0] && second[0]) {
        agreed++;
        if (present) recalled++;
      }
    }
  }
  return [
    `  pitfalls             precision ${number(right / found)} (${right} of ${found}, right where either grader saw it)   recall ${number(recalled / agreed)} (${recalled} of ${agreed} seen by both)   false on strong answers ${number((falseOnStrong / wordsOfStrong) * 1000)} per 1,000 words (${falseOnStrong})`,
  ];
}

function signalTotals(judged: readonly Judged[]): readonly string[] {
  const hire = (grader: 0 | 1): Pairs => judged.map((one) => [one.hire, hireSignals.indexOf(one.answer.hire[grader])]);
  const designs = judged.filter(({ answer }) => answer.rubrics.length === 1 && answer.rubrics[0] === 'system-design');
  const level = (one: Judged, grader: 0 | 1): number => levelReadings.indexOf(one.answer.level[grader]);
  const exact = mean(
    designs.flatMap((one) => ([0, 1] as const).map((grader) => (one.level === level(one, grader) ? 1 : 0))),
  );
  const near = designs.filter(
    (one) => Math.min(Math.abs(one.level - level(one, 0)), Math.abs(one.level - level(one, 1))) > 1,
  ).length;
  const graders = judged.map(
    ({ answer }) => [hireSignals.indexOf(answer.hire[0]), hireSignals.indexOf(answer.hire[1])] as const,
  );
  const all = mean(
    judged.flatMap((one) => ([0, 1] as const).map((grader) => (one.level === level(one, grader) ? 1 : 0))),
  );
  return [
    `  hire signal          QWK ${number(mean([quadraticKappa(hire(0)), quadraticKappa(hire(1))]))}   graders ${number(quadraticKappa(graders))}`,
    `  level                exact ${number(exact)}, two or more off ${near}, of ${designs.length} graded by system-design alone; exact ${number(all)} of all ${judged.length}`,
  ];
}

/** The whole report. Of the `validate` half only totals are ever shown. */
export function report(judged: readonly Judged[]): string {
  const tune = judged.filter(({ answer }) => answer.half === 'tune');
  const validate = judged.filter(({ answer }) => answer.half === 'validate');
  const groups = groupsOf(tune);
  const byRef = new Map<string, Item[]>();
  for (const item of groups.flatMap((group) => group.items))
    byRef.set(item.ref, [...(byRef.get(item.ref) ?? []), item]);
  const lines = [
    'Agreement with two language-model graders (statuses; rows engine, columns grader: met partial missing, both graders added up)',
    '',
    `  ${'criterion (tune half)'.padEnd(42)}   n  acc   kappa QWK   graders  met row  | partial row | missing row`,
  ];
  let rubric = '';
  for (const [ref, items] of [...byRef].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = ref.split('/')[0] as string;
    if (own !== rubric) {
      rubric = own;
      lines.push('', `${own}`);
    }
    lines.push(criterionRow(ref, items));
  }
  lines.push('');
  for (const name of [...new Set(tune.map(({ answer }) => answer.rubrics.at(-1) as string))].sort()) {
    const own = groups.filter(({ answer }) => answer.rubrics.at(-1) === name).flatMap((group) => group.items);
    lines.push(
      `  answers by ${name.padEnd(24)} ${String(own.length).padStart(4)} criteria  accuracy ${number(accuracy(own))}  kappa ${number(engineKappa(own))}`,
    );
  }
  lines.push('', ...totals('tune half', groups, tune));
  const real = tune.filter(({ answer }) => isReal(answer));
  lines.push('', ...totals('tune half, real public answers', groupsOf(real), real));
  lines.push('', ...totals('validate half (totals only)', groupsOf(validate), validate));
  const realValidate = validate.filter(({ answer }) => isReal(answer));
  lines.push('', ...totals('validate half, real public answers (totals only)', groupsOf(realValidate), realValidate));
  return `${lines.join('\n')}\n`;
}

/** Kappa of met against not met over a set of answers, averaged over the graders. */
export function overall(judged: readonly Judged[]): { readonly answers: number; readonly kappa: number } {
  return { answers: judged.length, kappa: engineKappa(groupsOf(judged).flatMap(({ items }) => items)) };
}
