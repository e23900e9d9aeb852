import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { messageOf } from '../packs.ts';

/**
 * Streams the rows of a CSV file, the head first. What is done with a row may take its time, and memory holds a few rows only.
 *
 * @param shown the file as messages name it.
 * @param take gives what is wrong with a row, which ends the reading.
 * @returns what is wrong, as `file:line:column message`; undefined where all was read.
 */
export async function readCsv(
  file: string,
  shown: string,
  take: (row: readonly string[]) => Promise<string | undefined> | string | undefined,
): Promise<string | undefined> {
  const rows = parse({ bom: true, skip_empty_lines: true });
  // A file that cannot be read ends the parsing as well.
  createReadStream(file)
    .on('error', (error) => rows.destroy(error))
    .pipe(rows);
  let count = 0;
  try {
    for await (const row of rows as AsyncIterable<readonly string[]>) {
      count += 1;
      const taken = take(row);
      const problem = typeof taken === 'object' ? await taken : taken;
      if (problem !== undefined) return `${shown}:${count}:1 ${problem}`;
    }
  } catch (error) {
    if (error instanceof CsvError) return `${shown}:${Number(error.lines) || count + 1}:1 ${error.message}.`;
    return `${shown} cannot be read: ${messageOf(error)}.`;
  }
  return count === 0 ? `${shown}:1:1 The file is empty.` : undefined;
}
