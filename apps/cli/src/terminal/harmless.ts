import type { Io } from '../io.ts';

/**
 * The same outside, but nothing that is printed can steer the terminal: not the name of a file, not a word of an answer or
 * of somebody's pack. Each text of ours passes here, so no place that prints can forget it.
 */
export function harmlessIo(io: Io): Io {
  return {
    ...io,
    out: (text) => io.out(withoutControl(text)),
    error: (text) => io.error(withoutControl(text).replace(turning, written)),
  };
}

/** A control character is written as an escape, which JSON reads as the same character. Line breaks and our colours stay. */
export function withoutControl(text: string): string {
  return text.replace(control, (found, at: number) =>
    isOurs(found, at, text) ? found : found.replace(single, written),
  );
}

/** The colours and weights of `makeStyle`; in them nothing moves, hides or answers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /\u001b\[(?:[1-3]|2[23]|3[1239])m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const single = /[\u0000-\u001f\u007f-\u009f]/g;
/** Characters that turn the order of what follows. They belong to texts in some scripts, and not into a message of ours. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

function isOurs(found: string, at: number, text: string): boolean {
  if (found.length > 1) return true;
  // A line that is written over, as a count that goes up is, begins or ends with its return.
  return found === '\r' && (text[at + 1] === '\n' || at === 0 || at === text.length - 1);
}

function written(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
