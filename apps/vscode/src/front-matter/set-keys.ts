import type { Answer, TextChange } from '@rubricate/core/text';

/** The change that sets keys of a text's front matter, which is made where there is none. Other keys stay as they are. */
export function setKeys(answer: Answer, keys: Readonly<Record<string, string>>): readonly TextChange[] {
  const eol = answer.text.includes('\r\n') ? '\r\n' : '\n';
  const { frontMatter } = answer;
  if (!frontMatter) {
    const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
    return [{ start: 0, end: 0, insert: ['---', ...lines, '---', '', ''].join(eol) }];
  }
  const changes: TextChange[] = [];
  let added = '';
  for (const [key, value] of Object.entries(keys)) {
    const entry = frontMatter.entries.find((one) => one.key === key);
    if (!entry) added += `${key}: ${value}${eol}`;
    else if (entry.value === null)
      changes.push({ start: entry.keyRange.end, end: entry.valueRange.end, insert: `: ${value}` });
    else changes.push({ start: entry.valueRange.start, end: entry.valueRange.end, insert: value });
  }
  if (added) {
    const { start, end } = frontMatter.content;
    const isEmpty = end <= start;
    // The line end before the closing marker belongs to the marker.
    changes.push({
      start: isEmpty ? start : end,
      end: isEmpty ? start : end,
      insert: isEmpty ? added : `${eol}${added.slice(0, -eol.length)}`,
    });
  }
  return changes;
}
