import { day, hour } from '../world.ts';

/** A moment that a text names: a whole day, or an hour of it. Milliseconds since 1970, UTC. */
export interface NamedTime {
  readonly at: number;
  /** How long what it names is: a day, or a minute where a time of day is given. */
  readonly whole: 'day' | 'moment';
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const clock =
  '(?:[t,]?\\s{0,2}(?:at|from|around|about|since|after|until)?\\s{0,2}(?:~|c\\.\\s?)?(\\d{1,2}):(\\d{2})(?::\\d{2})?)?';
const yearToo = '(?:,?\\s+\\d{4})?';
const patterns: readonly { readonly find: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { find: new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})${clock}`, 'gi'), order: ['y', 'm', 'd'] },
  {
    find: new RegExp(`(?<![:\\d])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${monthWord}${yearToo}${clock}`, 'gi'),
    order: ['d', 'm'],
  },
  {
    find: new RegExp(`\\b${monthWord}\\s+(\\d{1,2})(?![:\\d])(?:st|nd|rd|th)?${yearToo}${clock}`, 'gi'),
    order: ['m', 'd'],
  },
  { find: new RegExp(`(?<![\\d-])(\\d{2})-(\\d{2})(?![\\d-])${clock}`, 'gi'), order: ['m', 'd'] },
];

/** The moments that a text names, in a year that is known: people leave it out. Times of day are read as UTC. */
export function timesIn(text: string, year: number): readonly NamedTime[] {
  const found = new Map<number, NamedTime>();
  const taken: (readonly [start: number, end: number])[] = [];
  for (const { find, order } of patterns) {
    for (const match of text.matchAll(find)) {
      const part = (name: 'y' | 'm' | 'd'): string => match[1 + order.indexOf(name)] ?? '';
      const month = /^\d/.test(part('m')) ? Number(part('m')) : months.indexOf(part('m').slice(0, 3).toLowerCase()) + 1;
      const date = Number(part('d'));
      if (month < 1 || month > 12 || date < 1 || date > 31) continue;
      const [hours, minutes] = [match[order.length + 1], match[order.length + 2]];
      const midnight = Date.UTC(order.includes('y') ? Number(part('y')) : year, month - 1, date);
      const time = hours === undefined ? 0 : Number(hours) * hour + Number(minutes) * 60_000;
      // One place in the text names one moment: the spelling that is looked for first reads it.
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((other) => start < other[1] && end > other[0])) continue;
      taken.push([start, end]);
      found.set(start, { at: midnight + time, whole: hours === undefined ? 'day' : 'moment' });
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, time]) => time);
}

/** Whether a text that names this moment means that one: within three hours of it, or its day. */
export function meansMoment({ at, whole }: NamedTime, moment: number): boolean {
  const near = 3 * hour;
  return whole === 'day' ? moment >= at - near && moment < at + day + near : Math.abs(moment - at) <= near;
}
