import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const status = z.enum(['met', 'partial', 'missing']);
const hire = z.enum(['strong-no', 'lean-no', 'lean-yes', 'strong-yes']);
const level = z.enum(['below', 'mid', 'senior', 'staff']);
const pair = <T extends z.ZodType>(of: T) => z.tuple([of, of]);

/** One labelled answer: what two graders said of it, each alone. */
const labelledAnswer = z.object({
  id: z.string(),
  question: z.string(),
  rubrics: z.array(z.string()),
  criteria: z.record(z.string(), pair(z.tuple([status, z.string()]))),
  pitfalls: z.record(z.string(), pair(z.tuple([z.boolean(), z.string()]))),
  hire: pair(hire),
  level: pair(level),
  half: z.enum(['tune', 'validate']),
});
export type LabelledAnswer = z.infer<typeof labelledAnswer> & { readonly text: string };

/** Reads a folder of labels: `labels.json` beside `answers/<id>.md`. */
export function readLabels(folder: string): readonly LabelledAnswer[] {
  const list = z.array(labelledAnswer).parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));
  return list.map((entry) => ({ ...entry, text: readFileSync(join(folder, 'answers', `${entry.id}.md`), 'utf8') }));
}

/** Answers taken as they were published, as against those written for the set. */
export function isReal(answer: LabelledAnswer): boolean {
  return answer.id.includes('-real-');
}
