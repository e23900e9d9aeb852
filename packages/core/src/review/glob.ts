/**
 * Whether a path matches a file pattern of `rubricate.yaml`: `**` any folders, `*` and `?` within one name, `{a,b}` either.
 * Walks pattern and path once each way, so that no pattern can make it slow.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  return alternatives(pattern).some((one) => matchParts(one.replace(/^\.\//, '').split('/'), path.split('/')));
}

/** More than people write; a bound on `{a,b}{a,b}…`. */
const mostAlternatives = 64;

function alternatives(pattern: string): readonly string[] {
  let open: readonly string[] = [pattern];
  for (let round = 0; round < 8; round++) {
    const next = open.flatMap((one) => {
      const group = /\{([^{}]*)\}/.exec(one);
      if (!group) return [one];
      const before = one.slice(0, group.index);
      const after = one.slice(group.index + group[0].length);
      return (group[1] ?? '').split(',').map((choice) => before + choice + after);
    });
    if (next.length > mostAlternatives) return open;
    if (next.every((one, index) => one === open[index])) return next;
    open = next;
  }
  return open;
}

function matchParts(pattern: readonly string[], path: readonly string[]): boolean {
  return wildcard(pattern, path, (part) => part === '**', matchName);
}

function matchName(pattern: string, name: string): boolean {
  return wildcard(
    [...pattern],
    [...name],
    (sign) => sign === '*',
    (sign, letter) => sign === '?' || sign === letter,
  );
}

/** The usual two-pointer match with one point to fall back to: time at most the product of both lengths. */
function wildcard<T>(
  pattern: readonly T[],
  items: readonly T[],
  isStar: (sign: T) => boolean,
  matches: (sign: T, item: T) => boolean,
): boolean {
  let at = 0;
  let sign = 0;
  let star = -1;
  let resume = 0;
  while (at < items.length) {
    const wanted = pattern[sign];
    if (wanted !== undefined && isStar(wanted)) {
      star = sign;
      resume = at;
      sign++;
    } else if (wanted !== undefined && matches(wanted, items[at] as T)) {
      sign++;
      at++;
    } else if (star >= 0) {
      sign = star + 1;
      resume++;
      at = resume;
    } else return false;
  }
  while (sign < pattern.length && isStar(pattern[sign] as T)) sign++;
  return sign === pattern.length;
}
