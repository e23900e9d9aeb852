/** One row of the checklist, as plain data: what is shown, what a screen reader says, where Enter goes. */
export interface Row {
  /** The same from version to version, so that what is folded stays folded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly spoken: string;
  readonly icon: RowIcon | undefined;
  /** What the row's menu and inline actions depend on. */
  readonly kind: string;
  /** The criterion or pitfall that commands of the row are for. */
  readonly ref: string | undefined;
  readonly place: { readonly start: number; readonly end: number } | undefined;
  readonly open: boolean;
  readonly rows: readonly Row[];
}

export type RowIcon =
  | 'met'
  | 'partial'
  | 'missing'
  | 'plus'
  | 'pitfall'
  | 'dismissed'
  | 'signal'
  | 'level'
  | 'lens'
  | 'off';

/** A row that only says something. */
export function plainRow(id: string, label: string): Row {
  return {
    id,
    label,
    description: '',
    tooltip: label,
    spoken: label,
    icon: undefined,
    kind: 'note',
    ref: undefined,
    place: undefined,
    open: false,
    rows: [],
  };
}
