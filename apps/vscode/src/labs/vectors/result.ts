import {
  currentOf,
  type FilterReport,
  type FilterWay,
  grouped,
  type HybridReport,
  type HybridWay,
  type MemoryPart,
  memoryPicture,
  overfetch,
  shareText,
  sizeText,
  tradePicture,
  type VectorReport,
} from '@rubricate/core/labs/vectors';
import { escapeHtml } from '@rubricate/core/practice';
import * as vscode from 'vscode';

/** What came of a run, in one sentence for those who do not see the pictures change. */
export function resultText({ indexes, settings }: VectorReport): string {
  const parts = indexes.flatMap(({ kind, points }) => {
    const point = currentOf(points);
    if (!point) return [];
    const cost = grouped(point.distances + point.codes);
    return [vscode.l10n.t('{0}: recall {1} for {2} distances', kind, shareText(point.recall), cost)];
  });
  return `${vscode.l10n.t('Recall of the {0} nearest.', settings.k)} ${parts.join('; ')}.`;
}

/** What came of a run as pictures, each with a table that has the same numbers. */
export function resultHtml(report: VectorReport): string {
  const { indexes, settings } = report;
  const cost = vscode.l10n.t('distances a query, whole and from codes');
  const trade = tradePicture(indexes, {
    title: vscode.l10n.t('Recall against what a query costs'),
    about: vscode.l10n.t('Each line is an index; a ring marks the present settings. The table below has the numbers.'),
    across: cost,
    up: vscode.l10n.t('recall@{0}', settings.k),
  });
  const memory = memoryPicture(indexes, {
    title: vscode.l10n.t('Memory of each index'),
    about: vscode.l10n.t('A bar for each index; the table below has the formulas.'),
  });
  return [
    section(vscode.l10n.t('Recall is bought with distances'), [trade, tradeTable(report)]),
    section(vscode.l10n.t('Memory'), [memory, memoryTable(report)]),
    ...report.filters.map((filter) =>
      section(vscode.l10n.t('A filter that {0} of {1} vectors pass', grouped(filter.passing), grouped(settings.n)), [
        filterTable(filter, settings.k),
      ]),
    ),
    ...(report.hybrid ? [section(vscode.l10n.t('Dense, sparse, hybrid'), hybridParts(report.hybrid))] : []),
  ].join('\n');
}

function section(title: string, parts: readonly string[]): string {
  return `<section><h2>${escapeHtml(title)}</h2>\n${parts.join('\n')}</section>`;
}

interface Row {
  readonly cells: readonly string[];
  readonly isCurrent?: boolean;
}

/** A table; the first `texts` columns are text and the others numbers. */
function table(caption: string, head: readonly string[], texts: number, rows: readonly Row[]): string {
  const kind = (column: number): string => (column < texts ? '' : ' class="number"');
  const names = head.map((cell, column) => `<th scope="col"${kind(column)}>${escapeHtml(cell)}</th>`);
  const body = rows.map(({ cells: [first = '', ...rest], isCurrent }) => {
    const cells = rest.map((cell, at) => `<td${kind(at + 1)}>${escapeHtml(cell)}</td>`).join('');
    return `<tr${isCurrent ? ' class="current"' : ''}><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  return [
    // A wide table is scrolled sideways; with the focus on it that needs no mouse.
    `<div class="wide" role="group" aria-label="${escapeHtml(caption)}" tabindex="0"><table>`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${names.join('')}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
}

function tradeTable({ indexes, settings, clusters }: VectorReport): string {
  const rows = indexes.flatMap(({ kind, swept, points }) =>
    points.map((point) => ({
      isCurrent: points.length > 1 && point.isCurrent,
      cells: [
        kind,
        swept === undefined ? '' : `${swept} = ${point.parameters[swept]}`,
        points.length > 1 && point.isCurrent ? vscode.l10n.t('set') : '',
        shareText(point.recall),
        grouped(point.distances),
        point.codes === 0 ? '–' : grouped(point.codes),
        sizeText(point.bytes),
        point.built === 0 ? '–' : grouped(point.built),
      ],
    })),
  );
  const { n, d, queries } = settings;
  const caption = vscode.l10n.t(
    '{0} vectors of {1} dimensions in {2} clusters; averages over {3} queries. A ring marks what is set.',
    ...[grouped(n), d, clusters, queries],
  );
  const head = [
    vscode.l10n.t('Index'),
    vscode.l10n.t('Tried'),
    vscode.l10n.t('set'),
    vscode.l10n.t('recall@{0}', settings.k),
    vscode.l10n.t('Distances'),
    vscode.l10n.t('From codes'),
    vscode.l10n.t('Memory'),
    vscode.l10n.t('Distances to build'),
  ];
  const lost = indexes.flatMap(({ kind, points }) => {
    const reachable = currentOf(points)?.reachable ?? 1;
    if (reachable >= 1) return [];
    const share = shareText(1 - reachable);
    return [`<p>${escapeHtml(vscode.l10n.t('{0}: no link leads to {1} of the vectors.', kind, share))}</p>`];
  });
  return [table(caption, head, 3, rows), ...lost].join('\n');
}

function memoryTable({ indexes }: VectorReport): string {
  const names: Readonly<Record<MemoryPart['name'], string>> = {
    vectors: vscode.l10n.t('vectors'),
    links: vscode.l10n.t('links of the base layer'),
    'upper-links': vscode.l10n.t('links above it'),
    levels: vscode.l10n.t('levels'),
    centroids: vscode.l10n.t('centroids'),
    lists: vscode.l10n.t('lists'),
    codes: vscode.l10n.t('codes'),
    codebooks: vscode.l10n.t('codebooks'),
  };
  const rows = indexes.flatMap(({ kind, points }) =>
    (currentOf(points)?.memory ?? []).map(({ name, formula, bytes }) => ({
      cells: [kind, names[name], formula, sizeText(bytes)],
    })),
  );
  const head = [vscode.l10n.t('Index'), vscode.l10n.t('Part'), vscode.l10n.t('Bytes'), vscode.l10n.t('Memory')];
  return table(vscode.l10n.t('What each part takes, by formula'), head, 3, rows);
}

function filterTable({ kind, rows }: FilterReport, k: number): string {
  const ways: Readonly<Record<FilterWay, string>> = {
    before: vscode.l10n.t('Filter, then search all that passes'),
    after: vscode.l10n.t('Search {0} × k, then filter', overfetch),
    within: vscode.l10n.t('Filter while walking the index'),
  };
  const head = [
    vscode.l10n.t('When'),
    vscode.l10n.t('recall@{0}', k),
    vscode.l10n.t('Results of {0}', k),
    vscode.l10n.t('Distances'),
  ];
  const cells = rows.map(({ way, recall, returned, distances, codes }) => ({
    cells: [ways[way], shareText(recall), returned.toFixed(1), grouped(distances + codes)],
  }));
  return table(vscode.l10n.t('Three ways to filter, with {0}', kind), head, 1, cells);
}

function hybridParts({ rows, namesakes, depth, rankShift, postings }: HybridReport): readonly string[] {
  const ways: Readonly<Record<HybridWay, string>> = {
    dense: vscode.l10n.t('Dense: by vectors'),
    sparse: vscode.l10n.t('Sparse: by words'),
    hybrid: vscode.l10n.t('Hybrid: both, fused by rank'),
  };
  const head = [
    vscode.l10n.t('Search'),
    vscode.l10n.t('Asked by meaning'),
    vscode.l10n.t('Asked by a name'),
    vscode.l10n.t('Overall'),
  ];
  const cells = rows.map(({ way, byMeaning, byName, overall }) => ({
    cells: [ways[way], shareText(byMeaning), shareText(byName), shareText(overall)],
  }));
  const about = vscode.l10n.t(
    '{0} texts carry each name, and vectors know nothing of it. A query reads {1} postings. {2} of each list are fused, each for 1 / ({3} + rank).',
    ...[namesakes, grouped(postings), depth, rankShift],
  );
  return [table(vscode.l10n.t('Recall by kind of question'), head, 1, cells), `<p>${escapeHtml(about)}</p>`];
}
