/** The sentences of a second opinion. `{0}`, `{1}` … stand for what is put in. An editor passes them in its user's language. */
export interface OpinionWords {
  readonly title: string;
  /** Whose it is: its name, then whoever offers it. */
  readonly by: string;
  readonly caution: string;
  readonly compared: string;
  readonly agrees: string;
  readonly noneCount: string;
  readonly dropped: string;
  readonly unknown: string;
  readonly criteria: string;
  readonly criterion: string;
  readonly ours: string;
  readonly quotes: string;
  readonly quotesOf: string;
  readonly differ: string;
  readonly differNone: string;
  readonly agree: string;
  readonly uncounted: string;
  readonly both: string;
  readonly unquoted: string;
  readonly ungraded: string;
  /** The model's own reason, after its name. */
  readonly reason: string;
  readonly made: string;
}
