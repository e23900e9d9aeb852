import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a file where none is, or over one that the command wrote before; a name given by mistake must not cost anybody a
 * file. False when another file has the name, which is then left as it is. Throws when the file cannot be written.
 */
export function writeOwn(file: string, text: string, isOwn: (before: string) => boolean): boolean {
  if (writeNew(file, text)) return true;
  const before = readFileSync(file, 'utf8');
  if (!isOwn(before)) return false;
  if (before !== text) writeFileSync(file, text);
  return true;
}

/** Writes the file if there is none of this name. */
function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}
