import {
  noFilter,
  type OutlineFilter,
  type OutlineOrder,
  outlineOrders,
  type QuestionState,
  questionStates,
} from '@rubricate/core/practice';

/** How the tree is narrowed and ordered; kept for each workspace. */
export interface Arrangement {
  readonly filter: OutlineFilter;
  readonly order: OutlineOrder;
}

export const unarranged: Arrangement = { filter: noFilter, order: 'loop' };

/** An arrangement as it was kept, perhaps by another version: what is not understood is as if it had not been chosen. */
export function readArrangement(kept: unknown): Arrangement {
  const { filter, order } = record(kept);
  const { states, rounds, due, text } = record(filter);
  return {
    filter: {
      states: texts(states).filter((one): one is QuestionState => questionStates.some((state) => state === one)),
      rounds: texts(rounds),
      due: due === true,
      text: typeof text === 'string' ? text : '',
    },
    order: outlineOrders.find((one) => one === order) ?? 'loop',
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
