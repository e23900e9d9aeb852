import { takeWidth, widthOf } from './width.ts';

/** Breaks a text into lines of at most `width` columns, at spaces; a word that is longer is cut. Line breaks stay. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, width)));
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    let rest = word;
    let size = widthOf(rest);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    while (size > width) {
      const part = takeWidth(rest, width) || rest.slice(0, 2);
      lines.push(part);
      rest = rest.slice(part.length);
      size = widthOf(rest);
    }
    line = used > 0 ? `${line} ${rest}` : rest;
    used = widthOf(line);
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Wraps a text behind a lead (a mark, a label); the lines after the first hang under its first word. */
export function hang(
  lead: string,
  text: string,
  width: number,
  paint: (line: string) => string = String,
): readonly string[] {
  const indent = widthOf(lead);
  return wrap(text, width - indent).map((line, index) =>
    `${index === 0 ? lead : ' '.repeat(indent)}${paint(line)}`.trimEnd(),
  );
}
