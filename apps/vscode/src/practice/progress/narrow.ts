import { hasWords, type OutlineFilter } from '@rubricate/core/practice';
import { type ProgressRow, plain } from './row.ts';
import { asFound } from './rows.ts';

/**
 * What a filter leaves of the rows that are no questions. They are in no state and of no round; what is due of them is the
 * open tasks of this week and the cards of today.
 */
export function narrowOthers(rows: readonly ProgressRow[], filter: OutlineFilter): readonly ProgressRow[] {
  if (filter.states.length > 0 || filter.rounds.length > 0) return [];
  const due = filter.due ? rows.flatMap(dueIn) : rows;
  return filter.text.trim() === '' ? due : due.flatMap((row) => withWords(row, filter.text));
}

function dueIn(row: ProgressRow): readonly ProgressRow[] {
  if (row.kind === 'cards') return (row.badge ?? 0) > 0 ? [row] : [];
  if (row.kind !== 'plan') return [];
  const weeks = row.rows
    .filter(({ kind, open }) => kind === 'plan.week' && open)
    .map((week) => ({ ...week, rows: week.rows.filter(({ checked }) => checked === false) }))
    .filter(({ rows }) => rows.length > 0);
  return weeks.length > 0 ? [{ ...row, rows: weeks }] : [];
}

/** A row that has the words, with all below it; else what of it has them. */
function withWords(row: ProgressRow, text: string): readonly ProgressRow[] {
  if (hasWords(row.label, text)) return [row];
  // Rows that are made when they are looked at are not looked through.
  const rows = row.size === undefined ? row.rows.flatMap((one) => withWords(one, text)) : plain.rows;
  return rows.length > 0 ? [asFound({ ...row, rows })] : [];
}
