import type { Judged, NotReviewed } from '../judge.ts';
import type { FailedFile } from '../report.ts';

/**
 * How results become output. `one` and `rulesOf` run where the file was reviewed, perhaps on another thread; what they
 * return is joined in the order of the files.
 */
export interface Format {
  readonly open: string;
  /** What stands between two items, of one file or of two. */
  readonly between: string;
  /** The items of one file. */
  readonly one: (result: Judged | NotReviewed) => readonly string[];
  /** What an output describes once, however many files use it, by id. */
  readonly rulesOf?: (result: Judged) => ReadonlyMap<string, unknown>;
  readonly close: (closing: Closing) => string;
}

export interface Closing {
  readonly files: number;
  readonly failures: readonly FailedFile[];
  /** What is wrong beside the files: in `rubricate.yaml`, in own packs. */
  readonly notices: readonly string[];
  readonly rules: ReadonlyMap<string, unknown>;
}

export const formatNames = ['text', 'json', 'sarif', 'github'] as const;

/** All that makes a format, as data that a thread can be handed. */
export interface Look {
  readonly format: (typeof formatNames)[number] | 'summary';
  readonly color: boolean;
  readonly width: number;
}
