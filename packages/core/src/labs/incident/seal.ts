import * as z from 'zod/mini';
import { hashOf, mix } from './chance.ts';
import { difficulties, faultKinds, herringKinds, type Truth } from './model.ts';

/** The file beside an incident that holds what is wrong with it. */
export const truthFile = 'truth.sealed';

/** How a sealed file begins, so that it is known for one and nobody reads it by accident. */
const sealHeading = 'Rubricate: what is wrong with this data, sealed from a casual look. Diagnose it first.';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const lineLength = 76;

/**
 * Seals a value from a casual look: its JSON, mixed with a running number and written in 64 characters. Whoever reads this
 * code can undo it; it keeps a candidate from seeing the answer by chance, no more.
 */
export function seal(value: unknown): string {
  const text = asciiJson(value);
  const sum = hashOf(text);
  let sealed = '';
  // Two characters hold twelve bits, of which a character of ASCII needs seven.
  for (let at = 0; at < text.length; at++) {
    const code = (text.charCodeAt(at) ^ (mix(sum, at) & 0xfff)) & 0xfff;
    sealed += `${alphabet[code >> 6]}${alphabet[code & 63]}`;
  }
  const lines = sealed.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return `${[sealHeading, sum.toString(16).padStart(8, '0'), ...lines].join('\n')}\n`;
}

/** What a sealed file held; undefined where it is none, or was damaged. */
export function unseal(file: string): unknown {
  const [heading, sumLine = '', ...lines] = file.replaceAll('\r', '').trimEnd().split('\n');
  if (heading !== sealHeading || !/^[0-9a-f]{8}$/.test(sumLine)) return undefined;
  const sum = Number.parseInt(sumLine, 16);
  const sealed = lines.join('');
  const codes: number[] = [];
  for (let at = 0; at + 1 < sealed.length; at += 2) {
    const [high, low] = [alphabet.indexOf(sealed[at] ?? ''), alphabet.indexOf(sealed[at + 1] ?? '')];
    if (high < 0 || low < 0) return undefined;
    codes.push((((high << 6) | low) ^ (mix(sum, at / 2) & 0xfff)) & 0xfff);
  }
  const text = codes.map((code) => String.fromCharCode(code)).join('');
  if (hashOf(text) !== sum) return undefined;
  return JSON.parse(text);
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const cut = z.strictObject({ column: z.string(), value: z.string() });
const entry = z.strictObject({
  id: z.string(),
  at: z.number(),
  service: z.string(),
  who: z.string(),
  change: z.string(),
});
const fault = z.strictObject({
  kind: z.enum(faultKinds),
  field: z.string(),
  start: z.number(),
  end: z.nullable(z.number()),
  alsoAt: z.exactOptional(z.number()),
  cohort: z.array(cut),
  cause: z.nullable(entry),
  size: z.number(),
  seed: z.number(),
  to: z.exactOptional(z.string()),
});
const herring = z.strictObject({
  kind: z.enum(herringKinds),
  entry,
  start: z.number(),
  end: z.nullable(z.number()),
  cohort: z.array(cut),
  factor: z.number(),
});
const truth: z.ZodMiniType<Truth> = z.strictObject({
  version: z.literal(1),
  seed: z.number(),
  difficulty: z.enum(difficulties),
  data: z.string(),
  table: z.strictObject({
    columns: z.array(z.string()),
    time: z.string(),
    happened: z.exactOptional(z.string()),
    cuts: z.array(z.string()),
  }),
  faults: z.array(fault),
  herrings: z.array(herring),
  lookups: z.strictObject({
    sessions: z.record(z.string(), z.number()),
    tiers: z.record(z.string(), z.array(z.tuple([z.number(), z.string()]))),
  }),
  given: z.array(z.string()),
});

/** The truth of a sealed file; undefined where it is damaged, or of another version. */
export function readTruth(file: string): Truth | undefined {
  const read = truth.safeParse(unseal(file));
  return read.success ? read.data : undefined;
}
