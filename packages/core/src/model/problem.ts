import * as z from 'zod';
import { nearest } from './nearest.ts';

/** Something wrong in data that people write: what, where, and the nearest right name. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Checks data against a schema. On failure, one problem for each thing wrong, in words. */
export function check<T extends z.ZodType>(
  schema: T,
  data: unknown,
): { readonly ok: true; readonly value: z.infer<T> } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, schema)) };
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      const hint = guess ? `Did you mean "${guess}"?` : known.length > 0 ? `Known: ${known.join(', ')}.` : '';
      return { path: [...path, key], message: `Unknown key "${key}". ${hint}`.trim() };
    });
  }
  if (issue.code === 'invalid_union') {
    const closestBranch = [...issue.errors].sort((a, b) => deepest(b) - deepest(a))[0];
    if (closestBranch && deepest(closestBranch) > 0) {
      return closestBranch
        .flatMap((inner) => describe(inner as z.core.$ZodIssue, schema))
        .map((problem) => ({
          path: [...path, ...problem.path],
          message: problem.message,
        }));
    }
  }
  if (issue.code === 'invalid_value' && 'values' in issue) {
    const values = issue.values.map(String);
    const guess = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
    return [{ path, message: `Expected one of ${values.join(', ')}.${guess ? ` Did you mean "${guess}"?` : ''}` }];
  }
  return [{ path, message: `${issue.message}.`.replace(/\.\.$/, '.') }];
}

function deepest(issues: readonly { readonly path: readonly PropertyKey[] }[]): number {
  return issues.reduce((depth, issue) => Math.max(depth, issue.path.length), 0);
}

/** The keys that an object schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let at: unknown = schema;
  for (const part of path) {
    at = unwrap(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, unknown>)[String(part)];
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return [];
  }
  const last = unwrap(at);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

function unwrap(schema: unknown): unknown {
  let at = schema;
  for (let depth = 0; depth < 10; depth++) {
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault) at = at.unwrap();
    else if (at instanceof z.ZodLazy) at = at.unwrap();
    else if (at instanceof z.ZodUnion)
      at = at.options.find((option) => unwrap(option) instanceof z.ZodObject) ?? at.options[0];
    else return at;
  }
  return at;
}
