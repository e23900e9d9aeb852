import type { PackEntry, PackPage, PackSectionId } from './page.ts';

/** A pack's page as Markdown. Text of the pack is escaped, so that nothing in it is read as mark-up. */
export function packMarkdown(page: PackPage, only?: PackSectionId): string {
  const lines = [
    `# ${escapeText(page.title)}`,
    '',
    `*${page.details.map(escapeText).join(' · ')}*`,
    '',
    escapeText(page.about),
  ];
  for (const { id, title, entries } of page.sections) {
    if (only !== undefined && id !== only) continue;
    lines.push('', `## ${title}`, '', ...entries.flatMap((entry) => entryLines(entry, '')));
  }
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: PackEntry, indent: string): readonly string[] {
  const { text, details = [], note, claim, entries = [], sides = [] } = entry;
  const inner = `${indent}  `;
  const about = details.length > 0 ? ` — ${details.map(escapeText).join(' · ')}` : '';
  const under = [...(note ? [escapeText(note)] : []), ...(claim ? [`*${escapeText(claim)}*`] : [])];
  // A name stands out from what is said of it; a sentence is said itself.
  const isName = !/[.!?]$/.test(text) && (entries.length > 0 || sides.length > 0 || note !== undefined);
  const lead = isName ? `**${escapeText(text)}**` : escapeText(text);
  return [
    `${indent}- ${lead}${about}`,
    ...under.flatMap((line) => ['', `${inner}${line}`]),
    ...(under.length > 0 ? [''] : []),
    ...[...entries, ...sides].flatMap((child) => entryLines(child, inner)),
  ];
}

function escapeText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}
