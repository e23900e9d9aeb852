import type { Judged } from '../judge.ts';
import { makeStyle } from '../terminal/style.ts';
import { clip, clipStart, oneLine, widthOf } from '../terminal/width.ts';
import type { Format } from './format.ts';
import { statusMarks } from './text.ts';

/** One line a file: hire signal, level it reads as, counts, path. Narrow terminals go without the counts. */
export function summaryFormat({ color, width }: { readonly color: boolean; readonly width: number }): Format {
  const style = makeStyle(color);
  const paint = { 'strong-yes': style.good, 'lean-yes': style.good, 'lean-no': style.middling, 'strong-no': style.bad };
  return {
    open: '',
    between: '',
    one: (result) => {
      if (!result.ok) {
        const label = '! not reviewed  ';
        const reason = result.error.message.split('\n')[0] as string;
        return [`${style.bad(label)}${clip(`${oneLine(result.path)}: ${reason}`, width - label.length)}\n`];
      }
      const { hire, level } = result.review;
      const columns = `${level.bar.padEnd(8)}${width < 64 ? '' : `${counts(result)}  `}`;
      const path = clipStart(oneLine(result.path), width - 12 - widthOf(columns));
      return [`${paint[hire.signal](hire.signal.padEnd(12))}${columns}${path}\n`];
    },
    close: ({ files, failures }) => {
      const failed = failures.length > 0 ? `, ${failures.length} not reviewed` : '';
      return files > 1 ? `${files} files${failed}.\n` : '';
    },
  };
}

function counts({ review }: Judged): string {
  const asked = review.criteria.filter(({ expected, criterion }) => expected && criterion.weight > 0);
  const of = (status: 'met' | 'partial' | 'missing') =>
    `${statusMarks[status]}${String(asked.filter((one) => one.status === status).length).padStart(2)}`;
  const present = review.pitfalls.filter(({ present, dismissed }) => present && dismissed === undefined).length;
  return `${of('met')} ${of('partial')} ${of('missing')} !${String(present).padStart(2)}`;
}
