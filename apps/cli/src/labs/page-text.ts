import type { DebriefPage, PageBlock } from '@rubricate/core/practice';
import type { Style } from '../terminal/style.ts';
import { oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

interface Paper {
  readonly style: Style;
  readonly width: number;
}

type Table = Extract<PageBlock, { readonly kind: 'table' }>;

/** A report's page for a terminal. Pictures are left out: a table beside each says the same. */
export function pageText(shown: DebriefPage, paper: Paper): readonly string[] {
  const { style, width } = paper;
  const page = inOneLines(shown);
  return [
    ...wrap(page.title, width).map(style.strong),
    ...page.details.flatMap((detail) => wrap(detail, width).map(style.quiet)),
    ...page.sections.flatMap(({ title, blocks }) => [
      '',
      ...heading(title, paper),
      ...blocks
        .map((block) => blockLines(block, paper))
        .filter((lines) => lines.length > 0)
        .flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines)),
    ]),
    '',
    ...wrap(page.foot, width).map(style.quiet),
  ];
}

/** A page is plain data; any of its texts may come from a file that somebody else wrote. */
function inOneLines(page: DebriefPage): DebriefPage {
  return JSON.parse(JSON.stringify(page), (_, value: unknown) => (typeof value === 'string' ? oneLine(value) : value));
}

function heading(title: string, { style, width }: Paper): readonly string[] {
  return [`${style.strong(title)} ${style.quiet('─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`];
}

function blockLines(block: PageBlock, paper: Paper): readonly string[] {
  const { style, width } = paper;
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width);
    case 'verdict':
      return wrap(block.text, width).map(style.strong);
    case 'list':
      return block.items.flatMap((item) => hang('- ', item, width));
    case 'heading':
      return wrap(block.note === '' ? block.title : `${block.title} (${block.note})`, width).map(style.strong);
    case 'table':
      return [...wrap(block.caption, width).map(style.quiet), ...tableLines(block, paper)];
    case 'findings':
    case 'picture':
    case 'trend':
      return [];
  }
}

const gap = '  ';
const narrowestFirst = 16;

function tableLines(table: Table, { style, width }: Paper): readonly string[] {
  const { head, rows, isNumeric = false } = table;
  const sizes = head.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map(widthOf)));
  const others = sizes.slice(1).reduce((sum, size) => sum + gap.length + size, 0);
  const first = Math.min(sizes[0] ?? 0, width - others);
  // Where the columns do not stand side by side, each row is a small list.
  if (first < Math.min(sizes[0] ?? 0, narrowestFirst)) return rows.flatMap((row) => rowLines(head, row, width));
  const line = (cells: readonly string[], paint: (text: string) => string): readonly string[] => {
    const named = wrap(cells[0] ?? '', first);
    const rest = cells
      .slice(1)
      .map((cell, at) => (isNumeric ? padStart(cell, sizes[at + 1] ?? 0) : padEnd(cell, sizes[at + 1] ?? 0)));
    // The figures stand at the end of a name that takes two lines.
    return named.map((part, at) =>
      paint((at === named.length - 1 ? [padEnd(part, first), ...rest].join(gap) : part).trimEnd()),
    );
  };
  return [...line(head, style.quiet), ...rows.flatMap((row) => line(row, String))];
}

function rowLines(head: readonly string[], [name = '', ...cells]: readonly string[], width: number): readonly string[] {
  return [...wrap(name, width), ...cells.flatMap((cell, at) => hang(`  ${head[at + 1] ?? ''}: `, cell, width))];
}

function padEnd(text: string, size: number): string {
  return text + ' '.repeat(Math.max(0, size - widthOf(text)));
}

function padStart(text: string, size: number): string {
  return ' '.repeat(Math.max(0, size - widthOf(text))) + text;
}
