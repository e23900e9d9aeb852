import { isCollection, isNode, isScalar, parseDocument } from 'yaml';
import { check } from './problem.ts';
import { type WorkspaceConfig, workspaceConfig } from './workspace-config.ts';

/** Something wrong in a `rubricate.yaml`. Offsets are UTF-16 into its text. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface ConfigReading {
  /** What could be read: keys that are wrong are left out, so that one slip does not take the rest away. */
  readonly config: WorkspaceConfig;
  readonly problems: readonly ConfigProblem[];
}

/** Larger than any workspace needs; a bound for files made to hurt. */
const longest = 200_000;

/** Reads the text of a `rubricate.yaml`. Never throws: what is wrong is a problem with its place. */
export function readWorkspaceConfig(text: string): ConfigReading {
  if (text.length > longest) return failed(text, 'This file is larger than 200 KB, which no workspace needs.');
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      start: pos[0],
      end: Math.max(pos[0], Math.min(pos[1], text.length)),
      message: message.split('\n')[0] ?? 'This is not valid YAML.',
    }));
    return { config: {}, problems };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    return failed(text, 'Its aliases expand beyond measure; write the values out.');
  }
  if (data === null || data === undefined) return { config: {}, problems: [] };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return failed(text, 'Expected keys such as "company: pinterest", each on a line of its own.');
  }
  const checked = check(workspaceConfig, data);
  if (checked.ok) return { config: checked.value, problems: [] };
  const problems = checked.problems.map(({ path, message }) => ({ ...placeOf(document.contents, path), message }));
  const wrong = new Set(checked.problems.map(({ path }) => String(path[0])));
  const rest = check(workspaceConfig, Object.fromEntries(Object.entries(data).filter(([key]) => !wrong.has(key))));
  return { config: rest.ok ? rest.value : {}, problems };
}

function failed(text: string, message: string): ConfigReading {
  const end = text.search(/[\r\n]/);
  return { config: {}, problems: [{ start: 0, end: end < 0 ? text.length : end, message }] };
}

/** The value at a path or, for a key that should not be there, the key. */
function placeOf(
  contents: unknown,
  path: readonly (string | number)[],
): { readonly start: number; readonly end: number } {
  let place = { start: 0, end: 1 };
  let at: unknown = contents;
  for (const part of path) {
    if (!isCollection(at)) break;
    let next: unknown;
    for (const [index, item] of (at.items as readonly unknown[]).entries()) {
      const pair = item as { readonly key?: unknown; readonly value?: unknown };
      if (isScalar(pair.key) && String(pair.key.value) === String(part)) {
        if (pair.key.range) place = { start: pair.key.range[0], end: pair.key.range[1] };
        next = pair.value;
      } else if (index === part && isNode(item)) next = item;
    }
    const isKnown = path.length > 1 || String(part) in workspaceConfig.shape;
    if (isKnown && isScalar(next) && next.range && next.range[1] > next.range[0])
      place = { start: next.range[0], end: next.range[1] };
    at = next;
  }
  return place;
}
