import { type Schema, type SchemaBook, valuesOf } from './schema.ts';

/** How deep a snippet goes into keys that are needed; deeper ones are completed once one is there. */
const deepest = 3;

/** The text of a value still to be written, with a stop for each thing to fill in, after `key:`. */
export function valueSnippet(book: SchemaBook, schema: Schema, inFlow: boolean): string {
  return writer(book, inFlow).value(schema, 0, true);
}

/** The keys that an element of a list needs, each on a line, for an element that has begun with `- `. */
export function requiredKeys(book: SchemaBook, schema: Schema): string {
  return writer(book, false).keys(schema, 0);
}

/** The keys that a value needs, where there are any. */
export function namesOfRequired(schema: Schema): readonly string[] {
  return (schema.required ?? []).filter((key) => Object.hasOwn(schema.properties ?? {}, key));
}

interface Writer {
  readonly value: (schema: Schema, depth: number, isLast?: boolean) => string;
  readonly keys: (schema: Schema, depth: number) => string;
}

function writer(book: SchemaBook, inFlow: boolean): Writer {
  let stop = 0;
  const next = (): string => {
    stop += 1;
    return `$${stop}`;
  };
  const choice = (values: readonly string[]): string => {
    stop += 1;
    return `\${${stop}|${values.join(',')}|}`;
  };
  const keys = (schema: Schema, depth: number): string => {
    const indent = '  '.repeat(depth);
    return namesOfRequired(schema)
      .map((key) => `${key}:${value(schema.properties?.[key] ?? {}, depth)}`)
      .join(`\n${indent}`);
  };
  const value = (given: Schema, depth: number): string => {
    const [schema] = book.choices(given);
    if (!schema) return ` ${next()}`;
    const values = valuesOf(schema);
    if (values.length > 0) return ` ${values.length > 1 ? choice(values) : values[0]}`;
    if (schema.type === 'array') {
      const inner = typeof schema.items === 'object' ? book.choices(schema.items)[0] : undefined;
      const isOfMaps = inner?.type === 'object' && namesOfRequired(inner).length > 0;
      if (!isOfMaps || inFlow || depth >= deepest) return ` [${next()}]`;
      return `\n${'  '.repeat(depth + 1)}- ${keys(inner, depth + 2)}`;
    }
    if (schema.type === 'object') {
      if (inFlow || depth >= deepest) return ` { ${next()} }`;
      const indent = '  '.repeat(depth + 1);
      return `\n${indent}${namesOfRequired(schema).length > 0 ? keys(schema, depth + 1) : next()}`;
    }
    return ` ${next()}`;
  };
  return { value, keys };
}
