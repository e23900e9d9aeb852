import type { PackEntry, PackPage, PackSectionId } from '@rubricate/core/authoring';
import type { Style } from '../terminal/style.ts';
import { oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

interface Look {
  readonly style: Style;
  readonly width: number;
}

/** Two accounts stand beside each other from this width on; in less, one below the other. */
const wide = 100;

/** A pack's page for a terminal: all of it, or one section. */
export function pageLines(page: PackPage, only: PackSectionId | undefined, look: Look): readonly string[] {
  const { style, width } = look;
  const lines = [
    ...wrap(oneLine(page.title), width).map(style.strong),
    ...wrap(oneLine(page.details.join(' · ')), width).map(style.quiet),
  ];
  if (only === undefined) lines.push('', ...wrap(oneLine(page.about), width));
  for (const { id, title, entries } of page.sections) {
    if (only !== undefined && id !== only) continue;
    lines.push('', heading(title, look), ...entries.flatMap((entry) => entryLines(entry, '', look)));
  }
  return lines;
}

function heading(title: string, { style, width }: Look): string {
  return `${style.strong(title)} ${style.quiet('─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`;
}

function entryLines(entry: PackEntry, indent: string, look: Look): readonly string[] {
  const { style, width } = look;
  const { text, details = [], note, claim, entries = [], sides = [] } = entry;
  const inner = `${indent}  `;
  const isTitle = note !== undefined || entries.length > 0 || sides.length > 0;
  const lead = indent === '' ? '' : `${indent}- `;
  const lines = [...hang(lead, oneLine(text), width, isTitle ? style.strong : String)];
  const under = indent === '' ? inner : `${inner}  `;
  if (details.length > 0) lines.push(...hang(under, oneLine(details.join(' · ')), width));
  if (note) lines.push(...hang(under, oneLine(note), width));
  if (claim) lines.push(...hang(under, oneLine(claim), width, style.quiet));
  lines.push(...entries.flatMap((child) => entryLines(child, inner, look)));
  if (sides.length > 0) lines.push(...sideLines(sides, inner, look));
  return lines;
}

/** Accounts that disagree: in columns where there are two and room for both. */
function sideLines(sides: readonly PackEntry[], indent: string, look: Look): readonly string[] {
  const [left, right] = sides;
  if (!left || !right || sides.length !== 2 || look.width < wide) {
    return sides.flatMap((side, index) => [
      ...(index > 0 ? hang(indent, 'against it:', look.width, look.style.quiet) : []),
      ...entryLines(side, indent, look),
    ]);
  }
  const room = Math.floor((look.width - indent.length - 3) / 2);
  const column = (side: PackEntry): readonly string[] => entryLines({ ...side }, '', { ...look, width: room });
  const [a, b] = [column(left), column(right)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const own = a[index] ?? '';
    const gap = ' '.repeat(Math.max(0, room - widthOf(own)));
    return `${indent}${own}${gap} │ ${b[index] ?? ''}`.trimEnd();
  });
}
