/** What a long run is busy with. */
export type Stage = 'data' | 'truth' | 'build' | 'search' | 'filter' | 'hybrid';

export interface Progress {
  readonly stage: Stage;
  /** From 0 to 1, of this stage. */
  readonly share: number;
}

/** A long run in short steps: whoever runs it may pause between any two, or leave it for good. */
export type Steps<T> = Generator<Progress, T, undefined>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
