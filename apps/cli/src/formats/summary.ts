import type { Judged } from '../judge.ts';
import { makeStyle } from '../terminal/style.ts';
import { clip, oneLine } from '../terminal/width.ts';
import type { Format } from './format.ts';
import { statusMarks } from './text.ts';

/** One line a file: signal, level it reads as, counts, path. */
export function summaryFormat({ color, width }: { readonly color: boolean; readonly width: number }): Format {
  const style = makeStyle(color);
  const paint = { 'strong-yes': style.good, 'lean-yes': style.good, 'lean-no': style.middling, 'strong-no': style.bad };
  return {
    open: '',
    between: '',
    one: (result) => {
      if (!result.ok) {
        const reason = result.error.message.split('\n')[0] as string;
        return [`${style.bad('! not read'.padEnd(12))}${clip(`${oneLine(result.path)}: ${reason}`, width - 12)}\n`];
      }
      const { hire, level } = result.review;
      const columns = `${level.bar.padEnd(7)} ${counts(result)}  `;
      const path = clip(oneLine(result.path), Math.max(10, width - 12 - columns.length));
      return [`${paint[hire.signal](hire.signal.padEnd(12))}${columns}${path}\n`];
    },
    close: ({ files, failures }) => (files > 1 ? `${files} files${failures.length > 0 ? `, ${failures.length} not reviewed` : ''}.\n` : ''),
  };
}

function counts({ review }: Judged): string {
  const asked = review.criteria.filter(({ expected, criterion }) => expected && criterion.weight > 0);
  const of = (status: 'met' | 'partial' | 'missing') =>
    `${statusMarks[status]}${String(asked.filter((one) => one.status === status).length).padStart(2)}`;
  const present = review.pitfalls.filter(({ present, dismissed }) => present && dismissed === undefined).length;
  return `${of('met')} ${of('partial')} ${of('missing')} !${String(present).padStart(2)}`;
}
