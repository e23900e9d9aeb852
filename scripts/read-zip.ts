import { unzipSync } from 'fflate';

/** The files of a zip by their names. */
export const readZip = (zip: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map(Object.entries(unzipSync(zip)));
