import type { NameKind } from '@rubricate/core/model';
import type { Schema } from './schema.ts';

/** What a name that stands in a text can be: of a kind that packs define, or one that the engine knows. */
export type ReferenceKind = Exclude<NameKind, 'term' | 'expression'> | 'quantity' | 'shape';

/** A name within a scalar that stands for something elsewhere. Offsets count from the start of the scalar's text. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What the names stand for that a schema asks for, if it asks for any. */
export function namesOf(schemas: readonly Schema[]): NameKind | undefined {
  return schemas.find((schema) => schema['x-names'] !== undefined)?.['x-names'];
}

/** The names in a scalar: `cache|#time` has two, `distinct quality >= 2` has one. */
export function referencesIn(text: string, kind: NameKind): readonly Reference[] {
  if (kind === 'term') {
    let at = 0;
    return text.split('|').map((part) => {
      const start = at;
      at += part.length + 1;
      const mark = part[0];
      if (mark === '#') return { kind: 'quantity', name: part.slice(1), start: start + 1, end: start + part.length };
      if (mark === '@') return { kind: 'shape', name: part.slice(1), start: start + 1, end: start + part.length };
      return { kind: 'concept', name: part, start, end: start + part.length };
    });
  }
  if (kind === 'expression') {
    const match = /^(distinct\s+)?([^\s>]*)/.exec(text);
    const start = match?.[1]?.length ?? 0;
    const name = match?.[2] ?? '';
    return name === '' ? [] : [{ kind: 'signal', name, start, end: start + name.length }];
  }
  return text === '' ? [] : [{ kind, name: text, start: 0, end: text.length }];
}
