import { type Document, isScalar, Lexer, type Scalar, visit } from 'yaml';

/** What must not be in a file of a pack, with its offset. Each check costs a pass over the text, whatever is in it. */
export interface Unwanted {
  readonly at: number;
  readonly message: string;
}

/** Lists and maps within each other; packs have about ten levels. */
const deepest = 60;
/** Values of one file, each alias counted as often as it is used. */
const mostValues = 300_000;
/** One place of a kind is enough to find the rest. */
const mostOfAKind = 20;

/** What keeps a text from being parsed at all; then it is the only problem told. */
export function whyNotParsed(text: string): Unwanted | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { at: nul, message: 'This file is no UTF-8 text: it holds zero bytes. Save it as UTF-8.' };
  const at = tooDeep(text);
  if (at !== undefined) {
    return { at, message: `Lists and maps stand more than ${deepest} levels within each other; no pack needs that.` };
  }
  const second = secondDocument(text);
  if (second === undefined) return undefined;
  return {
    at: second,
    message: 'A second document begins here (---), and a file holds one. Make it a file of its own.',
  };
}

/** Where brackets, or markers in one line, go too deep. A parser that follows them would run out of stack. */
function tooDeep(text: string): number | undefined {
  const run = /^(?:[ \t]|[-?:](?=[ \t])){200}/m.exec(text);
  if (run) return run.index;
  let depth = 0;
  let most = 0;
  for (const letter of text.matchAll(/[[\]{}]/g)) {
    depth = letter[0] === '[' || letter[0] === '{' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  // Brackets in sentences count above and need not be closed; the lexer tells them from YAML's own.
  if (most <= deepest) return undefined;
  depth = 0;
  let at = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += isText ? 0 : 1;
    else if (token === ']' || token === '}') depth -= isText ? 0 : 1;
    if (depth > deepest) return Math.min(at, text.length);
    isText = token === '\u001f';
    if (!controlTokens.has(token)) at += token.length;
  }
  return undefined;
}

/** What the lexer puts between pieces of the text that is not in the text. */
const controlTokens: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

function secondDocument(text: string): number | undefined {
  let hasContent = false;
  for (const line of text.matchAll(/^[^\r\n]*/gm)) {
    const [content] = line;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(content)) {
      if (hasContent && content.startsWith('---')) return line.index;
      hasContent ||= content.length > 3 && !/^(?:---|\.\.\.)\s*(?:#|$)/.test(content);
    } else if (!/^\ufeff?\s*(?:[#%]|$)/.test(content)) hasContent = true;
  }
  return undefined;
}

/** What a parsed file must not hold: characters nobody sees, merge keys, tags, a key that means something to the language. */
export function unwantedIn(document: Document, text: string): readonly Unwanted[] {
  const found: Unwanted[] = hiddenIn(text, 0);
  const keys: Unwanted[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (key.value === '<<') keys.push({ at, message: 'Merge keys (<<) are not read. Write the keys out.' });
        else if (key.value === '__proto__') keys.push({ at, message: 'A key may not be named "__proto__".' });
        else if (seen.has(key.value)) keys.push({ at, message: 'This key stands twice in the same map.' });
        seen.add(key.value);
      }
    },
    Scalar(_, scalar) {
      found.push(...escapedHidden(scalar, text));
    },
  });
  const tags = document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos }) => ({
      at: pos[0],
      message: `The tag ${text.slice(...pos).slice(0, 60)} is not read. Write the value plainly.`,
    }));
  return [...found.slice(0, mostOfAKind), ...keys, ...tags.slice(0, mostOfAKind)];
}

/** Characters that show nothing or turn the text around, what was not decoded, and halves of characters. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd\ud800-\udfff]|(?<![\u{1f3f4}\u{e0020}-\u{e007e}])[\u{e0000}-\u{e007f}]|(?<=[\x20-\x7e])[\u200c\u200d]/u;

const names: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  65279: 'byte-order mark',
  65533: 'replacement character',
};

function hiddenIn(text: string, from: number): Unwanted[] {
  const found: Unwanted[] = [];
  const pattern = new RegExp(hidden.source, 'gu');
  for (const match of text.matchAll(pattern)) {
    // A byte-order mark before everything else is how some editors save UTF-8.
    if (match.index === 0 && from === 0 && match[0] === '\ufeff') continue;
    found.push({ at: from + match.index, message: hiddenMessage(text, match.index, match[0]) });
    if (found.length >= mostOfAKind) break;
  }
  return found;
}

/** What an escape such as "\u202e" puts into a string: it is not in the file as such. */
function escapedHidden({ value, range }: Scalar, text: string): readonly Unwanted[] {
  if (typeof value !== 'string' || !range || text[range[0]] !== '"') return [];
  const raw = text.slice(range[0], range[1]);
  if (!raw.includes('\\') || hidden.test(raw)) return [];
  const match = hidden.exec(value);
  return match ? [{ at: range[0], message: hiddenMessage(value, match.index, match[0]) }] : [];
}

function hiddenMessage(text: string, at: number, character: string): string {
  const code = character.codePointAt(0) as number;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[code] ? ` (${names[code]})` : '';
  const around = [text.slice(Math.max(0, at - 12), at), `<${point}>`, text.slice(at + character.length, at + 13)]
    .map((part) => part.replace(/[\r\n]+/g, ' ').replace(new RegExp(hidden.source, 'gu'), '?'))
    .join('');
  return code === 0xfffd
    ? `${point}${name}: this was not decoded, in "${around}". Save the file as UTF-8.`
    : `${point}${name} cannot be seen, in "${around}". Take it out.`;
}

/** Whether what a document stands for can be walked: it is no deeper and no larger than a pack needs, and holds itself nowhere. */
export function whyNotWalked(data: unknown): string | undefined {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    count++;
    if (count > mostValues)
      return `This file holds more than 300,000 values, each alias counted as often as it is used. Write less, or fewer aliases.`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest)
      return 'An alias stands within what it names, or values are nested beyond measure. Write the values out.';
    for (const item of Object.values(value)) open.push({ value: item, depth: depth + 1 });
  }
  return undefined;
}
