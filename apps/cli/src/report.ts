import { hireSignal, levelReading } from '@rubricate/core/model';
import * as z from 'zod/mini';
import { reportVersion } from './report-version.ts';

const offset = z.int().check(z.minimum(0));
const place = z.int().check(z.minimum(1));

const span = z
  .strictObject({
    start: offset.check(
      z.describe('UTF-16 offset of the first character in the text of the file as decoded from UTF-8.'),
    ),
    end: offset.check(z.describe('UTF-16 offset after the last character.')),
    line: place.check(z.describe('Line of the start, from 1.')),
    column: place.check(z.describe('Column of the start in UTF-16 units, from 1.')),
    quote: z.string().check(z.describe('The words between start and end.')),
  })
  .check(z.describe('A piece of the text. A byte-order mark counts as one character.'));
export type Span = z.infer<typeof span>;

const ref = z.string().check(z.describe('"rubric/name", such as system-design/scope.'));

const criterion = z.strictObject({
  id: ref,
  status: z.enum(['met', 'partial', 'missing']),
  evidence: z
    .array(span)
    .check(z.describe('The words that earned the status, most telling first; empty where it is missing.')),
});

const pitfall = z.strictObject({
  id: ref,
  present: z.boolean(),
  evidence: z.array(span).check(z.describe('Where it stands; empty for a pitfall of something left out.')),
  dismissed: z.boolean().check(z.describe('Whether the writer has put it aside, in the front matter or in a comment.')),
});

const numberFinding = z.strictObject({
  id: z.enum(['numbers/arithmetic', 'numbers/unit-slip', 'numbers/two-values']),
  at: span,
  computed: z.string().check(z.describe('What it comes to; of two values, the first.')),
  working: z.string().check(z.describe('The calculation with its right result; empty for two values.')),
  dismissed: z.boolean(),
});

const reasons = z.array(z.string());

const reviewedFile = z
  .strictObject({
    path: z
      .string()
      .check(
        z.describe('As named on the command line or found by a pattern, with "/" between folders; "<stdin>" for "-".'),
      ),
    question: z
      .nullable(z.string())
      .check(z.describe('The question answered, or null where a rubric was named instead.')),
    level: z.string().check(z.describe("The level it is judged for, as the company's ladder names it.")),
    rubrics: z
      .array(z.string())
      .check(z.describe('The rubrics it is judged by; one that another extends comes before it.')),
    criteria: z
      .array(criterion)
      .check(z.describe('Every criterion of these rubrics, also those that only a higher level asks for.')),
    pitfalls: z.array(pitfall).check(z.describe('Every pitfall of these rubrics.')),
    numbers: z
      .array(numberFinding)
      .check(
        z.describe(
          'Numbers that do not hold: results that their own numbers do not give, one quantity with two values.',
        ),
      ),
    hire: z
      .strictObject({ signal: hireSignal, low: hireSignal, high: hireSignal, reasons })
      .check(z.describe('The hire signal at that level. low and high read partly met criteria harshly and kindly.')),
    levelReading: z
      .strictObject({ bar: levelReading, low: levelReading, high: levelReading, reasons })
      .check(z.describe('The level the text reads as, whatever level it aims at.')),
  })
  .check(z.describe('A file that was reviewed.'));
export type ReviewedFile = z.infer<typeof reviewedFile>;

const failedFile = z
  .strictObject({
    path: z.string(),
    error: z.strictObject({
      code: z.string().check(z.describe('A short stable name, such as not-found or no-target.')),
      message: z.string().check(z.describe('What is wrong and what to do.')),
      line: z.optional(place),
      column: z.optional(place),
    }),
  })
  .check(z.describe('A file that could not be read, or that names nothing to judge it by.'));
export type FailedFile = z.infer<typeof failedFile>;

/** What `rubricate review --format json` prints. The published JSON Schema is made from this. */
export const reviewReport = z
  .strictObject({
    version: z.literal(reportVersion).check(z.describe('The version of this format.')),
    files: z.array(z.union([reviewedFile, failedFile])).check(z.describe('One entry a file, sorted by path.')),
  })
  .check(z.describe('The output of rubricate review --format json.'));
export type ReviewReport = z.infer<typeof reviewReport>;

/** The JSON Schema of the report, as docs/schemas/review.schema.json holds it. */
export function reviewSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(reviewReport, { target: 'draft-2020-12' });
  return { $schema, title: 'Rubricate review', ...schema };
}
