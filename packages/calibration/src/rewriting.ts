/** Plain ways to take a Markdown text apart, for making others out of it. They need not be exact, only the same every time. */

export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** The text without front matter, code, tables, heading and list marks, as one paragraph a line. */
export function proseOf(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .split('\n')
    .filter((line) => !/^\s*[#|>]/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').replace(/[*_`]/g, ''))
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

/** The sentences of the prose, each on its own. */
export function sentencesOf(text: string): readonly string[] {
  return proseOf(text)
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}
