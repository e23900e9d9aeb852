import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextChange } from '@rubricate/core/text';
import type { Random } from '../random.ts';

/** The repository's examples: what mangled answers and packs are made from. */
export const examplesFolder = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

const examples = readdirSync(examplesFolder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(join(examplesFolder, name), 'utf8'));

/** Sentences that say something, so that rules, numbers and pitfalls are reached and not only the parser. */
const sentences = [
  ...new Set(
    examples
      .join('\n')
      .split(/(?<=[.?!])\s+|\n+/)
      .filter((sentence) => sentence.length > 10),
  ),
];

const nasty = [
  ...[
    '\0',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udfff',
    '\u200d',
    '\u00a0',
    '\u2028',
    'e\u0301',
    '𝔘',
    '👩‍👩‍👧',
    'ﷺ',
    '\r',
    '\r\n',
    '\t',
    '\v',
  ],
  ...[
    '```',
    '~~~~',
    '````js',
    '<!--',
    '-->',
    '<![CDATA[',
    '<details>',
    '<script>',
    '</',
    '|',
    '|-|',
    '||||',
    '\\',
    '\\|',
    '`',
    '``',
  ],
  ...[
    '---',
    '---\n',
    '...',
    '===',
    '***',
    '___',
    '* * *',
    '+ ',
    '1) ',
    '0. ',
    '999999999. ',
    '> > > ',
    '- [ ] ',
    '- [x] ',
    '#######',
    '# ',
    '#',
  ],
  ...['[', '](', '][', '[^1]:', '![', '<http://', '&#0;', '&amp;', '&nope;', '$$', '{{', '%%', '${1:x}', '${', ':::'],
  ...[
    '1e309',
    '-0',
    '0/0',
    '10^400',
    '99999999999999999999 GB',
    '1,2,3,4',
    '1.2.3.4',
    '5 % %',
    '1/0 QPS',
    '~~9~~ TB',
    '½',
    '٣',
    '１２ ＭＢ',
  ],
  ...['question: x', 'level: [', 'level: &a [*a]', '? : ?', '<<: *a', '!!js/function x', '"', "'"],
];

const blocks: readonly ((random: Random) => string)[] = [
  (random) => `${'#'.repeat(1 + random.below(7))} ${prose(random, 1)}\n`,
  (random) => `${prose(random, 1 + random.below(6))}\n`,
  (random) => list(random, ['-', '*', '+', '1.', '2)'][random.below(5)] as string),
  (random) => table(random),
  (random) => fenced(random),
  (random) => `> ${prose(random, 2).replaceAll('\n', '\n> ')}\n`,
  (random) => `<!-- ${prose(random, 1)} -->\n`,
  (random) => `    ${prose(random, 1)}\n`,
  (random) => `<div>\n${prose(random, 1)}\n</div>\n`,
  (random) => `${prose(random, 1)}\n${['---', '===', '-', '='][random.below(4)]}\n`,
  (random) => `${pick(random, nasty).repeat(1 + random.below(40))}\n`,
  (random) => arithmetic(random),
];

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)] as T;
}

function prose(random: Random, count: number): string {
  return Array.from({ length: count }, () =>
    random.below(8) === 0 ? pick(random, nasty) : pick(random, sentences),
  ).join(random.below(5) === 0 ? '\n' : ' ');
}

function list(random: Random, mark: string): string {
  return Array.from(
    { length: 1 + random.below(7) },
    () => `${' '.repeat(random.below(9))}${mark} ${prose(random, 1)}\n`,
  ).join('');
}

function table(random: Random): string {
  const columns = 1 + random.below(5);
  const row = (cell: () => string): string => `|${Array.from({ length: columns }, cell).join('|')}|\n`;
  return [
    row(() => prose(random, 1)),
    row(() => pick(random, ['-', ':-', '-:', ':-:', ''])),
    ...Array.from({ length: random.below(6) }, () => row(() => prose(random, 1))),
  ].join('');
}

function fenced(random: Random): string {
  const fence = pick(random, ['```', '~~~', '````']);
  const close = random.below(6) === 0 ? '' : fence;
  return `${fence}${pick(random, ['', 'sql', 'mermaid', 'json', 'text'])}\n${prose(random, 3)}\n${close}\n`;
}

/** Estimates, mostly wrong: they go through every step of the audit of numbers. */
function arithmetic(random: Random): string {
  const number = (): string =>
    pick(random, [`${random.below(1000)}`, `${random.below(900)}.${random.below(99)}`, '0', '1e9', '86,400', '2^31']);
  const unit = (): string =>
    pick(random, ['', ' GB', ' KB', '%', ' ms', ' QPS', ' users', ' bytes', ' M', ' per day', ' dimensions']);
  const operator = (): string => pick(random, [' * ', ' x ', ' × ', ' / ', ' + ', ' - ', '^', ' * (', ') * ']);
  const terms = Array.from({ length: 1 + random.below(6) }, () => `${number()}${unit()}`);
  return `${terms.reduce((left, right) => `${left}${operator()}${right}`)} ${pick(random, ['=', '≈', '~', '->', 'is about'])} ${number()}${unit()}\n`;
}

function frontMatter(random: Random, questions: readonly string[]): string {
  const value = pick(random, [...questions, pick(random, nasty), '']);
  const level = pick(random, ['L3', 'L4', 'L5', 'senior', 'staff', '', '9', pick(random, nasty)]);
  const close = random.below(10) === 0 ? '' : '---\n';
  return `---\nquestion: ${value}\nlevel: ${level}\n${random.below(4) === 0 ? `${pick(random, nasty)}\n` : ''}${close}`;
}

/** Built from blocks of every kind, in no sensible order. */
function built(random: Random, questions: readonly string[]): string {
  const head = random.below(3) === 0 ? '' : frontMatter(random, questions);
  // Most are short; one in two hundred is long, one in five hundred is nested deep.
  const length = random.below(200) === 0 ? 120 : 1 + random.below(6);
  const body = Array.from({ length }, () => pick(random, blocks)(random)).join(random.below(3) === 0 ? '' : '\n');
  if (random.below(500) > 0) return head + body;
  const mark = pick(random, ['> ', '- ', '1. ', '* - ']);
  return `${head}${mark.repeat(1 + random.below(400))}${body}`;
}

/** An example answer, cut short, with parts cut out, repeated and replaced. */
function mangled(random: Random): string {
  const example = pick(random, examples);
  const start = random.below(example.length);
  const text = random.below(3) === 0 ? example : example.slice(0, 100) + example.slice(start, start + 1500);
  return changesOf(random, text, 1 + random.below(5)).reduce(
    (now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end),
    text,
  );
}

/** A text that somebody might have open, or that was made to hurt. The same chance gives the same text. */
export function documentOf(random: Random, questions: readonly string[]): string {
  return random.below(3) === 0 ? mangled(random) : built(random, questions);
}

/** Edits, each of the text as the one before it left it; offsets are UTF-16. */
export function changesOf(random: Random, text: string, count: number): readonly TextChange[] {
  let { length } = text;
  return Array.from({ length: count }, () => {
    const start = random.below(length + 1);
    const end = Math.min(length, start + (random.below(4) === 0 ? random.below(300) : random.below(4)));
    const insert =
      [
        () => '',
        () => pick(random, nasty),
        () => pick(random, sentences),
        () => text.slice(start, start + random.below(200)),
      ][random.below(4)]?.() ?? '';
    length += insert.length - (end - start);
    return { start, end, insert };
  });
}
