import {
  createPlayground,
  currentOf,
  defaultSettings,
  type FilterReport,
  type FilterWay,
  finish,
  grouped,
  type HybridReport,
  type HybridWay,
  type IndexReport,
  overfetch,
  type Point,
  parametersOf,
  settingsProblem,
  shareText,
  sizeText,
  sweptParameters,
  type VectorReport,
  type VectorSettings,
} from '@rubricate/core/labs/vectors';
import { exitCodes } from '../io.ts';
import type { Printing } from '../print.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { hang, wrap } from '../terminal/wrap.ts';

export interface VectorFlags extends Partial<Omit<VectorSettings, 'sweep' | 'filters'>> {
  readonly sweep?: string;
  readonly filter?: readonly number[];
  readonly format: 'text' | 'json';
}

interface Page {
  readonly style: Style;
  readonly width: number;
}

/** `rubricate vectors`: builds the indexes that are asked for and prints what came of them. */
export async function printVectors(flags: VectorFlags, { io, width, color }: Printing): Promise<number> {
  const settings = settingsOf(flags);
  const problem = typeof settings === 'string' ? settings : settingsProblem(settings);
  if (typeof settings === 'string' || problem !== undefined) {
    io.error(`rubricate: ${problem}\nSee "rubricate vectors --help".\n`);
    return exitCodes.trouble;
  }
  const report = finish(createPlayground().run(settings));
  const text =
    flags.format === 'json'
      ? JSON.stringify({ version: 1, ...report }, undefined, 2)
      : page(report, { style: makeStyle(color), width }).join('\n');
  await io.out(`${text}\n`);
  return exitCodes.reviewed;
}

/** The settings that the flags ask for, or what is wrong with them. */
function settingsOf({ sweep, filter, format, ...flags }: VectorFlags): VectorSettings | string {
  const known = Object.keys(defaultSettings) as (keyof VectorSettings)[];
  const given = Object.fromEntries(known.flatMap((name) => (name in flags ? [[name, flags[name as never]]] : [])));
  const settings: VectorSettings = { ...defaultSettings, ...given, ...(filter ? { filters: filter } : {}) };
  if (sweep === undefined) return settings;
  const [name = '', list = ''] = sweep.split('=');
  const parameter = sweptParameters.find((one) => one === name);
  if (!parameter) {
    return `--sweep knows no "${name}". It is one of ${sweptParameters.join(', ')}, as in efSearch=10,20,40.`;
  }
  const values = list.split(',').map((value) => (/^\d+$/.test(value.trim()) ? Number(value) : Number.NaN));
  if (values.some(Number.isNaN))
    return `--sweep ${sweep}: whole numbers with commas are meant, as in ${name}=10,20,40.`;
  return { ...settings, sweep: { parameter, values } };
}

function page(report: VectorReport, look: Page): readonly string[] {
  const { settings, clusters } = report;
  const { n, d, metric, seed, queries, k } = settings;
  const about = `${grouped(n)} vectors of ${d} dimensions in ${clusters} clusters, ${metric}, seed ${seed}; ${queries} queries, k=${k}`;
  return [
    ...wrap(about, look.width).map(look.style.strong),
    '',
    ...trade(report, look),
    '',
    ...memory(report, look),
    ...report.filters.flatMap((filter) => ['', ...filtered(filter, settings, look)]),
    ...(report.hybrid ? ['', ...hybrid(report.hybrid, settings, look)] : []),
  ];
}

/** Rows of cells, each column as wide as its widest cell; numbers stand to the right. */
function aligned(rows: readonly (readonly string[])[], numbersFrom: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < numbersFrom ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** A table where it fits, else each row in words. */
function table(rows: readonly (readonly string[])[], numbersFrom: number, { style, width }: Page): readonly string[] {
  const [head, ...lines] = aligned(rows, numbersFrom);
  if (head !== undefined && [head, ...lines].every((line) => line.length <= width))
    return [style.quiet(head), ...lines];
  const [names = [], ...rest] = rows;
  let first = '';
  return rest.flatMap((row) => {
    first = row[0] || first;
    const cells = [first, ...row.slice(1)].flatMap((cell, column) =>
      cell === '' ? [] : [`${names[column]} ${cell}`.trim()],
    );
    return hang('', cells.join(', '), width);
  });
}

function trade({ settings, indexes }: VectorReport, look: Page): readonly string[] {
  const rows = indexes.flatMap((index) => index.points.map((point, at) => pointRow(index, point, at)));
  const head = ['index', 'tried', '', `recall@${settings.k}`, 'distances', 'codes', 'memory'];
  const fixed = indexes.flatMap((index) => {
    const names = parametersOf[index.kind].filter((name) => name !== index.swept);
    return names.length === 0 ? [] : [`${index.kind} ${names.map((name) => `${name}=${settings[name]}`).join(' ')}`];
  });
  return [
    ...table([head, ...rows], 3, look),
    '',
    ...(fixed.length > 0 ? hang('fixed      ', fixed.join(' · '), look.width, look.style.quiet) : []),
    ...hang('distances  ', 'whole vectors compared for a query, on average', look.width, look.style.quiet),
    ...hang('codes      ', 'distances read off codes for a query, on average', look.width, look.style.quiet),
    ...(indexes.some(({ points }) => points.length > 1)
      ? hang('◂          ', 'the value that the settings name', look.width, look.style.quiet)
      : []),
  ];
}

function pointRow({ kind, swept, points }: IndexReport, point: Point, at: number): readonly string[] {
  const tried = swept === undefined ? '' : `${swept}=${point.parameters[swept]}`;
  return [
    at === 0 ? kind : '',
    tried,
    points.length > 1 && point.isCurrent ? '◂' : '',
    shareText(point.recall),
    grouped(point.distances),
    point.codes === 0 ? '–' : grouped(point.codes),
    sizeText(point.bytes),
  ];
}

function memory({ indexes }: VectorReport, look: Page): readonly string[] {
  const rows = indexes.flatMap(({ kind, points }) => {
    const point = currentOf(points);
    return (point?.memory ?? []).map(({ name, formula, bytes }, at) => [
      at === 0 ? kind : '',
      name.replace('-', ' '),
      formula,
      sizeText(bytes),
    ]);
  });
  const built = indexes.flatMap(({ kind, points }) => {
    const point = currentOf(points);
    if (!point || point.built === 0) return [];
    const lost = point.reachable < 1 ? `, ${shareText(1 - point.reachable)} of the vectors out of reach` : '';
    return [`${kind} ${grouped(point.built)}${lost}`];
  });
  return [
    ...table([['memory', 'part', 'bytes', ''], ...rows], 3, look),
    ...(built.length > 0
      ? ['', ...hang('built with  ', `distances: ${built.join(' · ')}`, look.width, look.style.quiet)]
      : []),
  ];
}

const filterWords: Readonly<Record<FilterWay, string>> = {
  before: 'filter, then search all that passes',
  after: `search ${overfetch} × k, then filter`,
  within: 'filter while walking the index',
};

function filtered(
  { kind, share, passing, rows }: FilterReport,
  settings: VectorSettings,
  look: Page,
): readonly string[] {
  const title = `A filter that ${grouped(passing)} of ${grouped(settings.n)} vectors pass (${share}), ${kind}`;
  const cells = rows.map(({ way, recall, returned, distances, codes }) => [
    way,
    filterWords[way],
    shareText(recall),
    returned.toFixed(1),
    grouped(distances + codes),
  ]);
  const head = ['', '', `recall@${settings.k}`, 'returned', 'distances'];
  return [...wrap(title, look.width).map(look.style.strong), ...table([head, ...cells], 2, look)];
}

const hybridWords: Readonly<Record<HybridWay, string>> = {
  dense: 'vectors',
  sparse: 'words',
  hybrid: 'both, by rank',
};

function hybrid(report: HybridReport, { k }: VectorSettings, look: Page): readonly string[] {
  const { rows, vocabulary, namesakes, depth, rankShift, postings, bytes } = report;
  const cells = rows.map(({ way, byMeaning, byName, overall }) => [
    way,
    hybridWords[way],
    shareText(byMeaning),
    shareText(byName),
    shareText(overall),
  ]);
  const about = `Sparse: ${grouped(vocabulary)} words, a name on ${namesakes} texts each, ${grouped(postings)} postings read a query, ${sizeText(bytes)}. Hybrid: ${depth} of each list, 1 / (${rankShift} + rank).`;
  return [
    ...wrap(`Dense, sparse and hybrid: recall@${k} of questions by meaning and by name`, look.width).map(
      look.style.strong,
    ),
    ...table([['', '', 'by meaning', 'by name', 'overall'], ...cells], 2, look),
    ...wrap(about, look.width).map(look.style.quiet),
  ];
}
