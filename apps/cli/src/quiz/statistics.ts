import {
  type CardCounts,
  cardsToday,
  dailyCards,
  interviewRetention,
  quizStatistics,
  rampDays,
  usualRetention,
} from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { readJournal, tellJournal } from '../journal.ts';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import { type NarrowingFlags, quizSetting, timingOf } from './quiz-setting.ts';

/** `rubricate quiz --statistics`: what is known of the deck, topic by topic. It counts, and praises or blames nothing. */
export async function quizStatisticsCommand(flags: NarrowingFlags, printing: Printing): Promise<number> {
  const { io, width, color } = printing;
  const setting = quizSetting(flags, printing);
  if (typeof setting === 'string') {
    io.error(`rubricate: ${setting}\n`);
    return exitCodes.trouble;
  }
  const { journal, wanted, interview, troubled } = setting;
  const { progress, problems } = readJournal(journal);
  tellJournal(journal, problems, io);
  const timing = timingOf(interview);
  const { all, topics } = quizStatistics(wanted, progress, timing);
  const { due, fresh, answered } = cardsToday(wanted, progress, timing);
  const isAhead = all.atInterview !== undefined;
  const row = (name: string, counts: CardCounts): readonly string[] => [
    name,
    String(counts.cards),
    String(counts.seen),
    String(counts.due),
    String(counts.suspended),
    percent(counts.retention),
    ...(isAhead ? [percent(counts.atInterview)] : []),
  ];
  const head = ['topic', 'cards', 'seen', 'due', 'suspended', 'known now', ...(isAhead ? ['on the day'] : [])];
  const style = makeStyle(color);
  const [title = '', ...lines] = table([head, ...topics.map((one) => row(one.topic, one)), row('all', all)]);
  await io.out(
    `${[
      style.quiet(title),
      ...lines,
      '',
      ...wrap(`Today: ${answered} answered, ${due} due, ${fresh} new.`, width),
      ...wrap(`A day asks for ${dailyCards} cards at most; what is due beyond them waits.`, width),
      ...wrap(retentionText(timing.interview !== undefined && timing.interview > timing.now), width),
    ].join('\n')}\n`,
  );
  return troubled || problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
}

function retentionText(isAhead: boolean): string {
  const usual = `A card comes back when the chance that you still know it has fallen to ${percent(usualRetention)}`;
  return isAhead
    ? `${usual}; over the ${rampDays} days before the interview that rises to ${percent(interviewRetention)}.`
    : `${usual}.`;
}

/** Names on the left, numbers on the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)}%`;
}
