import { debriefStyle } from './html-style.ts';
import type { DebriefPage, PageBlock, PageFinding } from './page.ts';
import { trendPicture } from './trend-picture.ts';
import type { DebriefWords } from './words.ts';

/** What a window that shows the page adds to it. */
export interface DebriefHost {
  /** Random and new for each page: only what carries it is run. */
  readonly nonce: string;
  /** Posts what was chosen to the window. Ours, never of the answer. */
  readonly script: string;
  /** Style that gives the colours of the window; it comes after the page's own. */
  readonly style: string;
}

const marks: Readonly<Record<PageFinding['mark'], string>> = {
  met: '✓',
  partial: '◐',
  missing: '✗',
  fault: '!',
  edit: '→',
};

/**
 * A debrief as one HTML document that needs nothing else: no script, no picture, no font from anywhere, which its policy
 * also forbids. With a host, quotes are buttons that carry where they stand (`data-start`, `data-end`).
 */
export function debriefHtml(page: DebriefPage, words: DebriefWords, host?: DebriefHost): string {
  const nonce = host ? ` nonce="${escapeHtml(host.nonce)}"` : '';
  const policy = host
    ? `default-src 'none'; style-src 'nonce-${host.nonce}'; script-src 'nonce-${host.nonce}'`
    : "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(page.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${escapeHtml(page.generator ?? debriefGenerator)}">`,
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<style${nonce}>${debriefStyle}${host?.style ?? ''}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...page.details.map((detail) => `<p>${escapeHtml(detail)}</p>`),
    '</header>',
    '<main>',
    ...page.sections.flatMap(({ id, title, blocks }) => [
      `<section aria-labelledby="${id}">`,
      `<h2 id="${id}">${escapeHtml(title)}</h2>`,
      ...blocks.flatMap((block) => blockLines(block, words, host !== undefined)),
      '</section>',
    ]),
    '</main>',
    `<footer><p>${escapeHtml(page.foot)}</p></footer>`,
    ...(host ? [`<script${nonce}>${host.script}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Tells a file that this made from any other. */
export const debriefGenerator = 'Rubricate debrief';

function blockLines(block: PageBlock, words: DebriefWords, isLive: boolean): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [`<p>${escapeHtml(block.text)}</p>`];
    case 'verdict':
      return [`<p class="verdict">${escapeHtml(block.text)}</p>`];
    case 'list':
      return block.items.length === 0
        ? []
        : ['<ul>', ...block.items.map((item) => `<li>${escapeHtml(item)}</li>`), '</ul>'];
    case 'heading':
      return [
        `<h3>${escapeHtml(block.title)}${block.note ? ` <span class="count">${escapeHtml(block.note)}</span>` : ''}</h3>`,
      ];
    case 'findings':
      return ['<ul class="findings">', ...block.findings.flatMap((one) => findingLines(one, isLive)), '</ul>'];
    case 'trend':
      return trendPicture(block, words, escapeHtml);
    case 'picture':
      return block.svg;
    case 'table':
      return [
        // A wide table is scrolled sideways; with the focus on it that needs no mouse.
        `<div class="wide" role="group" aria-label="${escapeHtml(block.caption)}" tabindex="0"><table${block.isNumeric ? ' class="numbers"' : ''}>`,
        `<caption>${escapeHtml(block.caption)}</caption>`,
        `<thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map(
          ([first = '', ...rest]) =>
            `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
        ),
        '</tbody>',
        '</table></div>',
      ];
  }
}

function findingLines({ mark, title, state, advice, note, quotes }: PageFinding, isLive: boolean): readonly string[] {
  return [
    `<li class="${mark}"><p><span class="mark" aria-hidden="true">${marks[mark]}</span> <strong>${escapeHtml(title)}</strong>, ${escapeHtml(state)}</p>`,
    ...quotes.map(({ start, end, text }) =>
      isLive
        ? `<blockquote dir="auto"><button type="button" data-start="${start}" data-end="${end}">${escapeHtml(text)}</button></blockquote>`
        : `<blockquote dir="auto"><p>${escapeHtml(text)}</p></blockquote>`,
    ),
    ...(advice ? [`<p class="advice">${escapeHtml(advice)}</p>`] : []),
    ...(note ? [`<p class="note">${escapeHtml(note)}</p>`] : []),
    '</li>',
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or an attribute in quotes, in a page or in a picture. Control characters, which HTML has no place for, are left out. */
export function escapeHtml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
      .replace(/[&<>"']/g, (character) => entities[character] ?? '')
  );
}
