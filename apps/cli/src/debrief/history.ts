import { nearest } from '@rubricate/core/model';
import { type AttemptRecorded, changeBetween, type Trend, trendOf } from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import { exitCodes } from '../io.ts';
import { findJournal, readJournal, tellJournal } from '../journal.ts';
import { loadLibrary, type Printing } from '../print.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { oneLine } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

export interface HistoryFlags {
  readonly format: 'text' | 'json';
}

interface Page {
  readonly style: Style;
  readonly width: number;
}

const trendTexts: Readonly<Record<Trend, string>> = {
  none: '',
  up: 'better than the attempt before',
  steady: 'as good as the attempt before',
  down: 'worse than the attempt before',
};

/** `rubricate history [QUESTION]`: what the journal of the current folder tells of attempts. */
export async function printHistory(
  question: string | undefined,
  flags: HistoryFlags,
  printing: Printing,
): Promise<number> {
  const { io, width, color } = printing;
  const { library, problems } = loadLibrary(printing);
  const folder = findJournal(io.cwd);
  const journal = readJournal(folder);
  tellJournal(folder, journal.problems, io);
  const { attempts } = journal.progress;
  const known = [...new Set([...attempts.keys(), ...library.questions.map((found) => found.question.id)])];
  if (question !== undefined && !known.includes(question)) {
    const guess = nearest(question, known);
    io.error(
      `rubricate: no pack has the question "${question}", and no attempt of it is recorded.${guess ? ` Did you mean "${guess}"?` : ''}\n`,
    );
    return exitCodes.trouble;
  }
  const page = { style: makeStyle(color), width };
  const shown =
    question === undefined
      ? [...attempts].sort(([a], [b]) => (a < b ? -1 : 1))
      : [[question, attempts.get(question) ?? []] as const];
  const text =
    flags.format === 'json'
      ? JSON.stringify(historyData(shown), undefined, 2)
      : (question === undefined ? overview(shown, library, page) : course(question, shown, library, page)).join('\n');
  await io.out(`${text}\n`);
  return problems || journal.problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
}

type Shown = readonly (readonly [string, readonly AttemptRecorded[]])[];

function historyData(shown: Shown) {
  return {
    version: 1,
    questions: shown.map(([question, attempts]) => ({
      question,
      trend: trendOf(attempts),
      attempts: attempts.map(({ id, at, pack, level, file, review, times }) => ({
        id,
        at,
        pack,
        level,
        file: file ?? null,
        ...review,
        times: times ?? null,
      })),
    })),
  };
}

function overview(shown: Shown, library: Library, page: Page): readonly string[] {
  if (shown.length === 0)
    return wrap(
      'No attempt is recorded yet. In the editor, "Rubricate: Record Attempt" keeps an answer with its review.',
      page.width,
    );
  return shown.flatMap(([question, attempts], index) => [
    ...(index > 0 ? [''] : []),
    ...heading(question, library, page),
    ...lastOf(attempts, page),
  ]);
}

function heading(question: string, library: Library, { style, width }: Page): readonly string[] {
  const title = library.question(question)[0]?.question.title;
  return wrap(oneLine(title === undefined ? question : `${title} (${question})`), width).map(style.strong);
}

function lastOf(attempts: readonly AttemptRecorded[], page: Page): readonly string[] {
  const last = attempts.at(-1);
  if (!last) return [];
  const trend = trendTexts[trendOf(attempts)];
  const count = attempts.length === 1 ? '1 attempt' : `${attempts.length} attempts`;
  return hang('  ', [`${count}, the last: ${verdict(last)}`, ...(trend ? [trend] : [])].join('; '), page.width);
}

/** The attempts of one question, newest first, each with what changed since the one before it. */
function course(question: string, shown: Shown, library: Library, page: Page): readonly string[] {
  const attempts = shown[0]?.[1] ?? [];
  const { width } = page;
  if (attempts.length === 0)
    return [
      ...heading(question, library, page),
      ...wrap('No attempt of it is recorded yet. In the editor, "Rubricate: Record Attempt" keeps one.', width),
    ];
  const parts = attempts.map((attempt, index) => {
    const before = attempts[index - 1];
    return ['', ...hang('', verdict(attempt), width), ...(before ? changes(before, attempt, library, page) : [])];
  });
  return [...heading(question, library, page), ...parts.reverse().flat()];
}

function verdict({ at, level, review }: AttemptRecorded): string {
  const { hire, reading, words } = review;
  const range = hire.low === hire.high ? '' : ` (${hire.low} to ${hire.high})`;
  const read = reading.bar === 'below' ? 'below mid' : `as ${reading.bar}`;
  return `${at.slice(0, 10)} at ${level}: ${hire.signal}${range}, reads ${read}, ${words} words`;
}

function changes(
  before: AttemptRecorded,
  after: AttemptRecorded,
  library: Library,
  { style, width }: Page,
): readonly string[] {
  const change = changeBetween(before, after);
  if (!change.sameLevel) return hang('  ', 'At another level than the one before, so the two do not compare.', width);
  const names = titlesOf(after, library);
  const list = (label: string, refs: readonly string[], paint: (text: string) => string): readonly string[] =>
    refs.length === 0 ? [] : hang(label, oneLine(refs.map((ref) => names.get(ref) ?? ref).join(', ')), width, paint);
  const lines = [
    ...list('  gained       ', change.gained, style.good),
    ...list('  lost         ', change.lost, style.bad),
    ...list('  gone         ', change.pitfallsGone, style.good),
    ...list('  new pitfall  ', change.pitfallsNew, style.bad),
  ];
  return lines.length > 0 ? lines : hang('  ', 'Nothing that is judged has changed since the one before.', width);
}

function titlesOf({ pack }: AttemptRecorded, library: Library): ReadonlyMap<string, string> {
  const rubrics = [...(library.lens(pack)?.rubrics.values() ?? [])];
  return new Map(
    rubrics.flatMap(({ criteria, pitfalls }) => [...criteria, ...pitfalls].map(({ ref, title }) => [ref, title])),
  );
}
