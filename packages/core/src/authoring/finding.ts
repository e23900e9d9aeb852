import { nearest } from '../model/index.ts';

export type Path = readonly (string | number)[];

/** One thing to change in a pack. `PackReading.locate(path)` says where it stands. */
export interface PackFinding {
  /** An error keeps something from working as written; a warning is worth a look. */
  readonly severity: 'error' | 'warning';
  /** A short stable name of the kind of finding, such as `unknown-name`. */
  readonly code: PackFindingCode;
  readonly path: Path;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  /** Where a name stands for nothing: the name, and the nearest right one to put in its place, if one is near. */
  readonly name?: string;
  readonly suggestion?: string;
}

/** More findings than these are not listed: nobody reads them, and each name that stands for nothing is compared with all others. */
export const mostFindings = 500;

export const packFindingCodes = [
  'library',
  'unknown-name',
  'phrase',
  'position',
  'unused',
  'no-rule',
  'example',
  'wording',
  'cards-alike',
  'card-gives-itself-away',
  'too-many',
] as const;
export type PackFindingCode = (typeof packFindingCodes)[number];

export function warning(code: PackFindingCode, path: Path, message: string): PackFinding {
  return { severity: 'warning', code, path, message };
}

/** A name that stands for nothing, with the nearest right one. `what` is said after "No": "source of this pack". */
export function unknownName(what: string, name: string, known: Iterable<string>, path: Path): PackFinding {
  const suggestion = nearest(name, known);
  return {
    severity: 'error',
    code: 'unknown-name',
    path,
    message: `No ${what} is named "${name}".${suggestion ? ` Did you mean "${suggestion}"?` : ''}`,
    name,
    ...(suggestion ? { suggestion } : {}),
  };
}

/** What compiles packs says names in its messages only; an editor that offers to change one needs them apart. */
export function namesIn(message: string): Pick<PackFinding, 'name' | 'suggestion'> {
  const found = /"([^"]+)"\.? Did you mean "([^"]+)"\?/.exec(message);
  return found?.[1] && found[2] ? { name: found[1], suggestion: found[2] } : {};
}
