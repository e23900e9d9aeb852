import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where downloads that are not packages of the workspace are kept: `$RUBRICATE_CACHE`, or the user's cache folder. */
export const cacheFolder = (): string => {
  const { RUBRICATE_CACHE: own, XDG_CACHE_HOME: xdg } = process.env;
  if (own) return resolve(own);
  return join(xdg ? resolve(xdg) : join(homedir(), '.cache'), 'rubricate');
};
