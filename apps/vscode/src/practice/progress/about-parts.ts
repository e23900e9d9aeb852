import type { Pack } from '@rubricate/core/model';
import { claimOf, type Sourced } from '@rubricate/core/practice';
import { claimLine, sourceWords } from '../../explain/claim-words.ts';
import { escapeMarkdown } from '../../wording.ts';
import { type ProgressRow, plain } from './row.ts';

/** The pack that tells, and those it may build on. */
export interface Telling {
  readonly pack: Pack;
  readonly packs: readonly Pack[];
}

export function group(id: string, label: string, icon: string, rows: readonly ProgressRow[]): ProgressRow {
  const count = String(rows.length);
  return {
    ...plain,
    id: `about/${id}`,
    label,
    description: count,
    tooltip: rows.map((row) => `- ${escapeMarkdown(row.label)}`).join('\n'),
    spoken: `${label}, ${count}`,
    icon,
    kind: 'about.group',
    rows: rows.map((row, index) => ({ ...row, id: `about/${id}/${index}` })),
  };
}

interface Said {
  readonly label: string;
  readonly description?: string;
  /** Paragraphs of Markdown before the line of the source. */
  readonly lines?: readonly string[];
  readonly sourced?: Sourced;
  /** Paragraphs of Markdown after it. */
  readonly after?: readonly string[];
  readonly rows?: readonly ProgressRow[];
}

/** A row that something is said in: short in the tree, in full with its source in the tooltip. */
export function said(
  { label, description = '', lines = [], sourced, after = [], rows = [] }: Said,
  { pack, packs }: Telling,
): ProgressRow {
  const claim = sourced && claimOf(pack, sourced, packs);
  const standing = claim?.source === undefined ? '' : sourceWords(claim.source, claim.state);
  return {
    ...plain,
    id: '',
    label,
    description,
    tooltip: [escapeMarkdown(label), ...lines, claim ? claimLine(claim) : '', ...after].filter(Boolean).join('\n\n'),
    spoken: [label, description, standing].filter(Boolean).join(', '),
    kind: 'about.row',
    rows,
  };
}

export interface Statement extends Sourced {
  readonly text: string;
  readonly note?: string | undefined;
}

export function statementRow(statement: Statement, telling: Telling, description = ''): ProgressRow {
  return said({ label: statement.text, description, lines: noteLines(statement.note), sourced: statement }, telling);
}

export function noteLines(note: string | undefined): readonly string[] {
  return note === undefined ? [] : [escapeMarkdown(note)];
}
