/** A command that a page tells its reader to run. */
export interface PageCommand {
  readonly line: number;
  /** As it stands there, without the prompt and the comment. */
  readonly text: string;
  /** Its first words that are printed as shown, up to the first blank line; empty where the page shows none. */
  readonly prints: readonly string[];
}

/**
 * The commands in a page's blocks: every line of a block marked `sh`, and in any other block what stands behind `$ `, with
 * what it prints.
 */
export function pageCommands(page: string): readonly PageCommand[] {
  const commands: { line: number; text: string; prints: string[] }[] = [];
  let language: string | undefined;
  let isPrinted = false;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line);
    if (fence) {
      language = language === undefined ? fence[1] : undefined;
      isPrinted = false;
    } else if (language === 'sh' || (language !== undefined && line.startsWith('$ '))) {
      const text = line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim();
      if (text !== '') commands.push({ line: index + 1, text, prints: [] });
      isPrinted = language !== 'sh';
    } else if (language !== undefined && isPrinted) {
      if (line.trim() === '' || line.trim() === '…') isPrinted = false;
      else commands.at(-1)?.prints.push(line);
    }
  }
  return commands;
}

/** The words of a command as a shell takes them apart: quotes hold a word together, and `> FILE` is the shell's. */
export function wordsOf(command: string): readonly string[] {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? '',
  );
  const redirection = words.indexOf('>');
  return redirection < 0 ? words : words.slice(0, redirection);
}
