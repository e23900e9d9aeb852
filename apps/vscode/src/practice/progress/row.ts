/** One row of the progress tree, as plain data. */
export interface ProgressRow {
  /** The same from one drawing to the next, so that what is folded stays folded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly spoken: string;
  readonly icon: string | undefined;
  readonly color: string | undefined;
  /** What the row's menu depends on. */
  readonly kind: string;
  /** What Enter does. */
  readonly command: { readonly id: string; readonly title: string } | undefined;
  readonly question: string | undefined;
  /** The file that answers the question and is not recorded as it stands, as an address. */
  readonly draft?: string;
  /** The folder of the workspace it is of, as an address, where several name a target. */
  readonly folder?: string;
  /** An attempt, by its id. */
  readonly attempt?: string;
  /** A task of the plan, by its key, and whether its checkbox is ticked. */
  readonly task?: string;
  readonly checked?: boolean;
  /** A number for the view's badge; 0 shows none. */
  readonly badge?: number;
  readonly open: boolean;
  readonly rows: readonly ProgressRow[];
  /** How many rows there will be, where they are made only when they are looked at. */
  readonly size?: number;
}

/** What a row has unless it says otherwise. */
export const plain: Omit<ProgressRow, 'id' | 'label'> = {
  description: '',
  tooltip: '',
  spoken: '',
  icon: undefined,
  color: undefined,
  kind: '',
  command: undefined,
  question: undefined,
  open: false,
  rows: [],
};
