import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that goes with this process at the latest, or when it is removed. */
export type TemporaryFolder = { readonly path: string; readonly remove: () => void };

export const makeTemporaryFolder = async (purpose: string): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), `rubricate-${purpose}-`));
  const remove = (): void => {
    process.off('exit', remove);
    // What a dying process still writes there makes a first try fail.
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.on('exit', remove);
  return { path, remove };
};
