import type { DebriefPage, PageBlock, PageFinding } from './page.ts';

const marks: Readonly<Record<PageFinding['mark'], string>> = {
  met: '✓',
  partial: '◐',
  missing: '✗',
  fault: '!',
  edit: '→',
};

/** A debrief as Markdown. Nothing of the answer or a pack is read as mark-up in it. */
export function debriefMarkdown({ title, details, sections, foot }: DebriefPage): string {
  const parts = [
    `# ${escaped(title)}`,
    ...details.map(escaped),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.flatMap(blockParts)]),
    `*${escaped(foot)}*`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockParts(block: PageBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [escaped(block.text)];
    case 'verdict':
      return [`**${escaped(block.text)}**`];
    case 'list':
      return [block.items.map((item) => `- ${escaped(item)}`).join('\n')];
    case 'heading':
      return [`### ${escaped(block.title)}${block.note ? ` (${escaped(block.note)})` : ''}`];
    case 'findings':
      return [block.findings.map(finding).join('\n')];
    case 'trend':
    case 'picture':
      // The table that stands beside it says the same.
      return [];
    case 'table':
      return [
        [block.head, block.head.map((_, at) => (block.isNumeric && at > 0 ? '--:' : '---')), ...block.rows]
          .map((row, at) => tableRow(row, at === 1))
          .join('\n'),
      ];
  }
}

function tableRow(cells: readonly string[], isRule: boolean): string {
  return `| ${cells.map((cell) => (isRule ? cell : escaped(cell))).join(' | ')} |`;
}

function finding({ mark, title, state, advice, note, quotes }: PageFinding): string {
  const parts = [
    `- ${marks[mark]} **${escaped(title)}**, ${escaped(state)}`,
    ...quotes.map(({ text }) => `  > ${escaped(text)}`),
    ...(advice ? [`  ${escaped(advice)}`] : []),
    ...(note ? [`  *${escaped(note)}*`] : []),
  ];
  return parts.join('\n\n');
}

/** Text of a person or a pack on one line of Markdown: nothing in it becomes a link, mark-up or HTML. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>|~$&#]/g, '\\$&')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      // An address would become a link of its own accord.
      .replace(/(https?|ftp|www|mailto)([:.])/gi, '$1\\$2')
      .replace(/@/g, '\\@')
  );
}
