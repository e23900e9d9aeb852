import {
  defaultSettings,
  indexKinds,
  limits,
  metrics,
  settingsProblem,
  type VectorSettings,
} from '@rubricate/core/labs/vectors';

/** What the page may set, in steps: a slider goes from the first to the last. */
export const steps = {
  n: [500, 1000, 2000, 5000, 10_000, 20_000],
  d: [16, 32, 64, 128],
  k: [1, 2, 5, 10, 20, 50],
  M: [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64],
  efConstruction: [8, 16, 32, 60, 100, 200, 400],
  efSearch: [10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320],
  nlist: [4, 8, 16, 32, 64, 128, 256],
  nprobe: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  m: [2, 4, 8, 16],
  nbits: [4, 5, 6, 7, 8],
  /** 1 filters nothing. */
  filter: [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
} as const;
export type StepName = keyof typeof steps;

/** What a page sends. */
export type PageMessage = { readonly kind: 'run'; readonly settings: VectorSettings } | { readonly kind: 'stop' };

/** What a page is sent. */
export type HostMessage =
  | { readonly kind: 'progress'; readonly text: string; readonly share: number }
  | { readonly kind: 'result'; readonly text: string; readonly html: string }
  | { readonly kind: 'stopped'; readonly text: string };

/** A message of the page, if it is one that the page sends: every value one that its controls can have. */
export function readMessage(message: unknown): PageMessage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.kind === 'stop') return { kind: 'stop' };
  const { kind, settings } = message;
  if (kind !== 'run' || !isRecord(settings)) return undefined;
  const { index, metric, seed, filter, hybrid } = settings;
  const chosenIndex = ['all' as const, ...indexKinds].find((one) => one === index);
  const chosenMetric = metrics.find((one) => one === metric);
  const [least, most] = limits.seed;
  if (!chosenIndex || !chosenMetric || typeof hybrid !== 'boolean') return undefined;
  if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < least || seed > most) return undefined;
  const names = (Object.keys(steps) as StepName[]).filter((name) => name !== 'filter');
  if (![...names, 'filter' as const].every((name) => (steps[name] as readonly unknown[]).includes(settings[name])))
    return undefined;
  const read: VectorSettings = {
    ...defaultSettings,
    ...Object.fromEntries(names.map((name) => [name, settings[name]])),
    index: chosenIndex,
    metric: chosenMetric,
    seed,
    filters: filter === 1 ? [] : [filter as number],
    hybrid,
  };
  return settingsProblem(read) === undefined ? { kind: 'run', settings: read } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
