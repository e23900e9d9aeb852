import { type Mock, noTimes, type SectionTimes } from '@rubricate/core/practice';
import type * as vscode from 'vscode';
import { mockKey } from './practising.ts';

/** An interview as it is kept over a reload of the window. */
export interface KeptMock {
  /** The answer's address. */
  readonly document: string;
  readonly title: string;
  readonly mock: Mock;
  readonly times: SectionTimes;
  /** The heading of the last edit. */
  readonly heading: string;
  /** Whether it was said that time is up. */
  readonly told: boolean;
}

/** The interview that was under way when the window was closed; undefined for none, or for one of another version's shape. */
export function keptMock(state: vscode.Memento): KeptMock | undefined {
  const kept = state.get<Partial<KeptMock>>(mockKey);
  if (typeof kept?.document !== 'string' || !Array.isArray(kept.mock?.ends) || !Array.isArray(kept.mock.phases))
    return undefined;
  return {
    document: kept.document,
    title: kept.title ?? '',
    mock: kept.mock,
    times: Array.isArray(kept.times?.sections) ? kept.times : noTimes,
    heading: kept.heading ?? '',
    told: kept.told === true,
  };
}
