/** How many tests, or checks, passed and failed. */
export type Counts = { readonly passed: number; readonly failed: number };

export const addCounts = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});

/** The one form in which counts are printed and read back. */
export const countsLine = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;

export const readCounts = (line: string): Counts | undefined => {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line.trim()) ?? [];
  return passed === undefined || failed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
};
