import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { table } from './schema-table.ts';
import { writeSection } from './write.ts';

// The figures of the README are those of the pages that explain them.

type Row = readonly string[];

/** The first table below a heading of a page: its head, then its rows. */
function tableBelow(page: string, heading: string): readonly [Row, ...Row[]] {
  const text = readFileSync(join(root, page), 'utf8');
  const from = `\n${text}`.indexOf(`\n${heading}\n`);
  const lines = text.slice(from < 0 ? text.length : from).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const [head, , ...rows] = lines.slice(start, end).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
  if (start < 0 || !head || rows.length === 0) throw new Error(`${page} has no table below "${heading}".`);
  return [head, ...rows];
}

// Of the agreement, the last round over answers that nobody looked at.
const [head, ...rounds] = tableBelow('docs/judgement.md', '## Agreement');
const unseen = rounds.findLast((row) => row[1] === 'validate');
if (!unseen) throw new Error('The agreement of docs/judgement.md has no row for the half that nobody looked at.');
const shown = ['answers', 'accuracy', 'kappa, met or not', 'evidence overlap', 'hire QWK', 'level exact'];
const columns = shown.map((name) => {
  const column = head.indexOf(name);
  if (column < 0) throw new Error(`The agreement of docs/judgement.md has no column "${name}".`);
  return column;
});
writeSection('README.md', 'agreement', table(shown, [columns.map((column) => unseen[column] ?? '')]));

const [speed, ...sizes] = tableBelow('docs/performance.md', '# Performance');
writeSection('README.md', 'speed', table(speed, sizes));
