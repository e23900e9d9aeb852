/** What the tables read of a JSON Schema. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A kind of value in words: "one of `met`, `partial`", "a list of texts". */
export function typeWords(schema: Schema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(code).join(', ')}`;
  if (schema.anyOf) return schema.anyOf.map(typeWords).join(', or ');
  switch (schema.type) {
    case 'string':
      return schema.format === 'date' ? 'a date' : schema.format === 'date-time' ? 'a time in UTC' : 'text';
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'number':
      return numberWords(schema);
    case 'array':
      return `a list${schema.items ? ` (${typeWords(schema.items)})` : ''}`;
    default:
      return 'keys and values';
  }
}

function numberWords({ type, minimum, maximum }: Schema): string {
  const name = type === 'integer' ? 'a whole number' : 'a number';
  // The bounds that every safe number has say nothing.
  const top = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (minimum !== undefined && top !== undefined) return `${name} from ${minimum} to ${top}`;
  return minimum === undefined ? name : `${name} from ${minimum} on`;
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** A cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}
