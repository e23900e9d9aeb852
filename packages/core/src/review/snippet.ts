/**
 * A snippet in VS Code's syntax as it looks when nothing was typed into it: `${1:reason}` is "reason", a choice its first
 * word, a bare tab stop nothing. Placeholders may stand within placeholders. One pass, whatever is in it.
 */
export function unfilled(snippet: string): string {
  let text = '';
  /** For each placeholder that is open: where its default text begins in `text`, and what opened it. */
  const open: { readonly at: number; readonly literal: string }[] = [];
  let at = 0;
  while (at < snippet.length) {
    const letter = snippet[at] as string;
    if (letter === '\\' && /[$}\\]/.test(snippet[at + 1] ?? '')) {
      text += snippet[at + 1];
      at += 2;
      continue;
    }
    if (letter === '}' && open.length > 0) {
      open.pop();
      at++;
      continue;
    }
    const stop = letter === '$' ? tabStop(snippet, at) : undefined;
    if (!stop) {
      text += letter;
      at++;
      continue;
    }
    text += stop.text;
    at = stop.end;
    if (stop.opens) open.push({ at: text.length, literal: snippet.slice(stop.start, stop.end) });
  }
  // What was opened and never closed is no placeholder: it stands as it was written.
  for (const { at: place, literal } of open.reverse()) text = text.slice(0, place) + literal + text.slice(place);
  return text;
}

interface TabStop {
  readonly start: number;
  readonly end: number;
  /** What it shows. */
  readonly text: string;
  /** Its default text follows, up to the `}` that closes it. */
  readonly opens: boolean;
}

const bare = /\$(?:\d+|\{\d+\})/y;
const choice = /\$\{\d+\|((?:\\[\s\S]|[^\\|])*)\|\}/y;
const opening = /\$\{\d+:/y;

function tabStop(snippet: string, start: number): TabStop | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(snippet);
  };
  const plain = match(bare);
  if (plain) return { start, end: start + plain[0].length, text: '', opens: false };
  const chosen = match(choice);
  if (chosen) {
    const first = /^(?:\\[\s\S]|[^\\,])*/.exec(chosen[1] ?? '')?.[0] ?? '';
    return { start, end: start + chosen[0].length, text: first.replace(/\\([\s\S])/g, '$1'), opens: false };
  }
  const opened = match(opening);
  return opened ? { start, end: start + opened[0].length, text: '', opens: true } : undefined;
}
