import type { NameKind } from '@rubricate/core/model';

/** What this reads of a JSON Schema, as `jsonSchemas()` of the core derives them. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** What its names stand for. */
  readonly 'x-names'?: NameKind;
}

export type Path = readonly (string | number)[];

/** A schema that can be asked what may stand at a place of a file. */
export interface SchemaBook {
  /** What may stand at a path; several where the schema leaves a choice. `data` is the file as far as it can be read. */
  at(path: Path, data: unknown): readonly Schema[];
  /** The schema of a key by itself, with its description. */
  keyAt(path: Path, data: unknown): Schema | undefined;
  /** The schemas that one leaves to choose from, each without references. */
  choices(schema: Schema): readonly Schema[];
}

/** Unions nest two or three deep; references may be circular. */
const deepest = 8;

export function makeSchemaBook(root: Schema): SchemaBook {
  const choices = (schema: Schema, depth = 0): readonly Schema[] => {
    if (depth > deepest) return [];
    const described = (inner: Schema): Schema =>
      inner.description === undefined && schema.description !== undefined
        ? { ...inner, description: schema.description }
        : inner;
    if (schema.$ref !== undefined) {
      const target = root.$defs?.[schema.$ref.replace(/^#\/\$defs\//, '')];
      return target ? choices(described(target), depth + 1) : [];
    }
    const union = schema.anyOf ?? schema.oneOf;
    return union ? union.flatMap((inner) => choices(described(inner), depth + 1)) : [schema];
  };
  const at = (path: Path, data: unknown): readonly Schema[] => {
    let schemas: readonly Schema[] = narrowed(choices(root), data);
    let here: unknown = data;
    for (const step of path) {
      here = childOf(here, step);
      const next = schemas.flatMap((schema) => {
        const child = childSchema(schema, step);
        return child ? choices(child) : [];
      });
      schemas = narrowed(next, here);
    }
    return schemas;
  };
  return {
    at,
    choices,
    keyAt(path, data) {
      const key = path.at(-1);
      if (typeof key !== 'string') return undefined;
      for (const schema of at(path.slice(0, -1), data)) {
        const child = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
        if (child) return child.$ref === undefined ? child : (choices(child)[0] ?? child);
      }
      return undefined;
    },
  };
}

function childSchema(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === 'number') {
    const inner = schema.prefixItems?.[step] ?? schema.items;
    return typeof inner === 'object' ? inner : undefined;
  }
  if (schema.properties && Object.hasOwn(schema.properties, step)) return schema.properties[step];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function childOf(data: unknown, step: string | number): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return undefined;
  return (data as Readonly<Record<string | number, unknown>>)[step];
}

/** Of several shapes, those that the written keys and values speak for; all, where none fits. */
function narrowed(schemas: readonly Schema[], data: unknown): readonly Schema[] {
  if (schemas.length < 2 || typeof data !== 'object' || data === null) return schemas;
  const isList = Array.isArray(data);
  const shaped = schemas.filter(({ type }) => (isList ? type === 'array' : type === 'object'));
  if (isList || shaped.length < 2) return shaped.length > 0 ? shaped : schemas;
  const entries = Object.entries(data);
  const bySort = shaped.filter(({ properties }) =>
    entries.every(([key, value]) => {
      const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
      return own?.const === undefined || own.const === value;
    }),
  );
  const fitting = bySort.length > 0 ? bySort : shaped;
  const knowing = fitting.filter(({ properties }) => entries.some(([key]) => Object.hasOwn(properties ?? {}, key)));
  return knowing.length > 0 ? knowing : fitting;
}

/** The values a schema allows outright. */
export function valuesOf(schema: Schema): readonly string[] {
  if (schema.enum) return schema.enum.map(String);
  if (schema.const !== undefined) return [String(schema.const)];
  return schema.type === 'boolean' ? ['true', 'false'] : [];
}
