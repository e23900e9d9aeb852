/** The outside of the command: everything it reads from and writes to, so that tests can stand in for it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal, and how many columns it has where that is known. */
  readonly terminal: boolean;
  readonly columns: number | undefined;
  readStdin(): Promise<Uint8Array>;
  /** Standard input line by line, for commands that ask; it ends where the input does. */
  readLines(): AsyncIterable<string>;
  /** Resolves once the text is handed on, so that a slow reader slows the command down and memory stays small. */
  out(text: string): Promise<void>;
  error(text: string): void;
}

/** Where the command finds what is not in its own code. */
export interface Installation {
  /** The folder with `index.json` and one JSON file a pack. */
  readonly packs: string;
  /** The module a worker thread starts from. */
  readonly worker: URL;
}

export const exitCodes = { reviewed: 0, belowSignal: 1, trouble: 2 } as const;
