import type { DrillPart } from '@rubricate/core/model';
import { drillComment, type FoundDrill } from '@rubricate/core/practice';
import type { Printing } from '../print.ts';
import type { Span } from '../report.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

export type DrillState = 'open' | 'closed' | 'given-up' | 'answered' | 'not raised';

/** What each part is, and what to write where it is missing. */
const parts: Readonly<Record<DrillPart, { readonly title: string; readonly missing: string }>> = {
  impact: {
    title: 'Impact',
    missing: 'Say who notices it and how much of it: which people or requests, how many, for how long.',
  },
  detection: {
    title: 'Detection',
    missing: 'Name the number that shows it, at which value or after how long, and who is told.',
  },
  degradation: {
    title: 'Degradation',
    missing: 'Say what still works meanwhile, and by what: an older copy, a default, a smaller answer.',
  },
  recovery: {
    title: 'Recovery',
    missing:
      'Say how it is made whole again, and from what: what is rebuilt, replayed or repaired, and in which order.',
  },
};
const longestTitle = Math.max(...Object.values(parts).map(({ title }) => title.length));

export interface RaisedFailure {
  readonly path: string;
  readonly found: FoundDrill;
  readonly component: Span;
  /** The sentence that names the component. */
  readonly sentence: string;
  /** It was open before. */
  readonly isAgain: boolean;
}

/** A failure as it is put to the writer. */
export function raisedText({ path, found, component, sentence, isAgain }: RaisedFailure, printing: Printing): string {
  const { width } = printing;
  const style = makeStyle(printing.color);
  const { drill, key } = found;
  return page([
    ...wrap(drill.title, width).map(style.strong),
    ...wrap(isAgain ? `${key} · still open` : key, width).map(style.quiet),
    '',
    ...wrap(`${path}:${component.line}:${component.column} names it:`, width),
    ...hang('  ', `"${oneLine(sentence).trim()}"`, width, style.quote),
    '',
    ...wrap(drill.inject, width),
    '',
    ...heading('A good answer says', style, width),
    ...drill.asks.flatMap((ask) => hang('- ', ask, width)),
    '',
    ...wrap(
      'Write it into the text, in sentences that name the failure: impact, detection, degradation, recovery. Then run the same command with --check.',
      width,
    ),
    '',
    ...wrap('To keep the failure in view, put this line below the paragraph; comments are not judged:', width),
    drillComment(found),
  ]);
}

export interface ListedFailure {
  readonly found: FoundDrill;
  readonly state: DrillState;
  readonly line: number;
  /** The words that name the component. */
  readonly words: string;
}

/** The failures that fit an answer. */
export function listText(failures: readonly ListedFailure[], path: string, printing: Printing): string {
  const { width } = printing;
  const style = makeStyle(printing.color);
  return page([
    ...wrap(
      failures.length === 1
        ? `1 failure fits what ${path} names`
        : `${failures.length} failures fit what ${path} names`,
      width,
    ).map(style.strong),
    ...failures.flatMap(({ found, state, line, words }) => [
      '',
      ...wrap(found.drill.title, width),
      ...hang('  ', `${found.key} · ${state} · "${oneLine(words)}" in line ${line}`, width, style.quiet),
    ]),
  ]);
}

export interface CheckedFailure {
  readonly key: string;
  readonly title: string;
  readonly told: boolean;
  readonly closed: boolean;
  /** Whether it still belongs to a pack that the answer is judged by. */
  readonly isKnown: boolean;
  readonly parts: readonly { readonly part: DrillPart; readonly shared: boolean; readonly quote: Span | undefined }[];
}

/** How far the text answers each open failure. */
export function checkText(failures: readonly CheckedFailure[], path: string, printing: Printing): string {
  const { width } = printing;
  const style = makeStyle(printing.color);
  if (failures.length === 0) return page(wrap(`No failure is open in ${path}.`, width));
  return page(
    failures.flatMap((failure, index) => [...(index > 0 ? [''] : []), ...failureLines(failure, path, style, width)]),
  );
}

function failureLines(failure: CheckedFailure, path: string, style: Style, width: number): readonly string[] {
  const { title, key, closed, isKnown, told } = failure;
  const given = failure.parts.filter(({ quote }) => quote).length;
  const state = closed ? style.good('closed') : style.middling(`open, ${given} of 4 parts`);
  return [
    ...wrap(`${title}: ${state}`, width),
    ...wrap(key, width).map(style.quiet),
    ...(isKnown
      ? []
      : wrap('No pack that this answer is judged by has it any more. Give it up with --give-up.', width)),
    ...(isKnown && !told
      ? wrap(
          'The text does not speak of this failure yet. Name it in the paragraph that answers it, or in its heading.',
          width,
        )
      : failure.parts.flatMap(({ part, shared, quote }) => {
          const lead = `  ${parts[part].title.padEnd(longestTitle)}  `;
          if (quote) return hang(`✓${lead}`, `${path}:${quote.line} "${oneLine(quote.quote).trim()}"`, width);
          const why = shared
            ? 'One sentence gives this and another part. Give each a sentence of its own.'
            : parts[part].missing;
          return hang(`·${lead}`, why, width, style.middling);
        })),
  ];
}

function heading(title: string, style: Style, width: number): readonly string[] {
  return [`${style.strong(title)} ${style.quiet('─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`];
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
