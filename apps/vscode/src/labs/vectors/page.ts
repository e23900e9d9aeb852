import { defaultSettings, grouped, indexKinds, limits, metrics } from '@rubricate/core/labs/vectors';
import { escapeHtml } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { panelStyle } from '../../debrief/panel-page.ts';
import { type StepName, steps } from './messages.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/** The page with its controls; results come into it by messages. Its policy lets it load nothing from anywhere. */
export function pageHtml(nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const title = vscode.l10n.t('Vector playground');
  const intro = vscode.l10n.t(
    'Made-up vectors from a seed, searched by each index. Distances are counted and nothing is timed: a distance costs the same everywhere.',
  );
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(vscode.env.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style nonce="${nonce}">${panelStyle}${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(intro)}</p></header>`,
    '<main>',
    ...controls(),
    '<div class="results">',
    '<p id="status" role="status"></p>',
    `<div id="busy" hidden><progress id="progress" max="1" value="0" aria-label="${escapeHtml(vscode.l10n.t('Progress'))}"></progress><span id="stage"></span><button type="button" id="stop">${escapeHtml(vscode.l10n.t('Stop'))}</button></div>`,
    '<div id="result"></div>',
    '</div>',
    '</main>',
    `<script nonce="${nonce}">${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function controls(): readonly string[] {
  const kinds: readonly string[] = ['all', ...indexKinds];
  const graph = 'all hnsw';
  const lists = 'all ivf ivf-pq';
  const codes = 'all pq ivf-pq';
  return [
    `<form aria-label="${escapeHtml(vscode.l10n.t('Settings'))}">`,
    ...group(vscode.l10n.t('Search'), 'always', [
      select(
        'index',
        vscode.l10n.t('Index'),
        kinds.map((kind) => [kind, kind === 'all' ? vscode.l10n.t('all') : kind]),
      ),
      select(
        'metric',
        vscode.l10n.t('Metric'),
        metrics.map((metric) => [metric, metric]),
      ),
      slider('k', vscode.l10n.t('k, results')),
    ]),
    ...group(vscode.l10n.t('Data'), 'always', [
      slider('n', vscode.l10n.t('n, vectors')),
      slider('d', vscode.l10n.t('d, dimensions')),
      `<div class="field"><label for="seed">${escapeHtml(vscode.l10n.t('Seed'))}</label><input type="number" id="seed" min="${limits.seed[0]}" max="${limits.seed[1]}" step="1" value="${defaultSettings.seed}"></div>`,
    ]),
    ...group('HNSW', graph, [
      slider('M', vscode.l10n.t('M, links')),
      slider('efConstruction', vscode.l10n.t('efConstruction, candidates to build')),
      slider('efSearch', vscode.l10n.t('efSearch, candidates to search')),
    ]),
    ...group('IVF', lists, [
      slider('nlist', vscode.l10n.t('nlist, lists')),
      slider('nprobe', vscode.l10n.t('nprobe, lists read')),
    ]),
    ...group('PQ', codes, [
      slider('m', vscode.l10n.t('m, parts')),
      slider('nbits', vscode.l10n.t('nbits, bits of a part')),
    ]),
    ...group(vscode.l10n.t('More'), 'always', [
      slider('filter', vscode.l10n.t('Filter, share that passes')),
      `<div class="check"><input type="checkbox" id="hybrid"><label for="hybrid">${escapeHtml(vscode.l10n.t('Dense, sparse, hybrid'))}</label></div>`,
    ]),
    '</form>',
  ];
}

/** @param when the kinds of index for which the group shows. */
function group(title: string, when: string, fields: readonly string[]): readonly string[] {
  return [`<fieldset data-when="${when}"><legend>${escapeHtml(title)}</legend>`, ...fields, '</fieldset>'];
}

function select(id: string, label: string, options: readonly (readonly [value: string, text: string])[]): string {
  const all = options.map(([value, text]) => `<option value="${value}">${escapeHtml(text)}</option>`).join('');
  return `<div class="field"><label for="${id}">${escapeHtml(label)}</label><select id="${id}">${all}</select></div>`;
}

/** A native slider over the steps of a setting. Its value is read out as what the step means. */
function slider(name: StepName, label: string): string {
  const own: readonly number[] = steps[name];
  const texts = own.map((step) =>
    name !== 'filter' ? grouped(step) : step === 1 ? vscode.l10n.t('no filter') : `${step * 100} %`,
  );
  const start = name === 'filter' ? 0 : own.indexOf(defaultSettings[name]);
  const data = `data-steps="${own.join(' ')}" data-texts="${escapeHtml(texts.join('|'))}"`;
  return [
    '<div class="field">',
    `<label for="${name}">${escapeHtml(label)}</label>`,
    `<output for="${name}">${escapeHtml(texts[start] ?? '')}</output>`,
    `<input type="range" id="${name}" min="0" max="${own.length - 1}" step="1" value="${start}" ${data}>`,
    '</div>',
  ].join('');
}
