import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { nearest } from './nearest.ts';

/** Something wrong in data that people write: what, where, and the nearest right name. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The library's words for what is wrong; its small half comes with none. */
const { localeError } = en();

/** Checks data against a schema. On failure, one problem for each thing wrong, in words. */
export function check<T extends z.core.$ZodType>(
  schema: T,
  data: unknown,
): { readonly ok: true; readonly value: z.infer<T> } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const result = z.safeParse(schema, data, { error: localeError, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, schema)) };
}

function describe(issue: z.core.$ZodIssue, schema: z.core.$ZodType): readonly Problem[] {
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
    // Which of the forms was meant cannot be told where there is nothing.
    if (issue.input === undefined) return [{ path, message: 'This is needed, and it is missing.' }];
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

/** The keys that a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  let at: z.core.$ZodType | undefined = schema;
  for (const part of path) {
    const def: z.core.$ZodTypes['_zod']['def'] | undefined = at && unwrap(at);
    if (def?.type === 'object') at = def.shape[String(part)];
    else if (def?.type === 'array') at = def.element;
    else if (def?.type === 'record') at = def.valueType;
    else return [];
  }
  const last = at && unwrap(at);
  if (last?.type === 'object') return Object.keys(last.shape);
  const key = last?.type === 'record' ? unwrap(last.keyType as z.core.$ZodType) : undefined;
  return key?.type === 'enum' ? Object.values(key.entries).map(String) : [];
}

/** What stands within optional and lazy schemas; of alternatives, the one that is an object. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  let at = schema as z.core.$ZodTypes;
  for (let depth = 0; depth < 10; depth++) {
    const { def } = at._zod;
    if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
      at = def.innerType as z.core.$ZodTypes;
    else if (def.type === 'lazy') at = def.getter() as z.core.$ZodTypes;
    else if (def.type === 'union')
      at = (def.options.find((option) => unwrap(option).type === 'object') ?? def.options[0]) as z.core.$ZodTypes;
    else return def;
  }
  return at._zod.def;
}
