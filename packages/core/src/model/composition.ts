import * as z from 'zod/mini';
import { bar, criterionRef, naming } from './ids.ts';

export const hireSignals = ['strong-no', 'lean-no', 'lean-yes', 'strong-yes'] as const;
export const hireSignal = z.enum(hireSignals);
export type HireSignal = z.infer<typeof hireSignal>;

export const levelReadings = ['below', 'mid', 'senior', 'staff'] as const;
export const levelReading = z.enum(levelReadings);
export type LevelReading = z.infer<typeof levelReading>;

/**
 * How statuses become a hire signal and a level reading.
 *
 * Score of the target bar = Σ weight × credit over the criteria expected at that bar, divided by Σ weight; criteria above
 * the bar add `plus` × weight × credit without being asked for. Each present pitfall takes `pitfall` away. The signal is
 * the highest whose threshold the score reaches, capped by the gates, by `tooShort`, and by `belowBar` where
 * the level reading is under the target bar. The range repeats this with partial statuses read
 * harshly and kindly. The level reading is the highest bar whose requirements, and those of all bars under it, are reached.
 */
export const composition = z.strictObject({
  credit: z.strictObject({
    partial: z.number().check(z.minimum(0), z.maximum(1), z.describe('Credit of a partial status.')),
    harsh: z.number().check(z.minimum(0), z.maximum(1), z.describe('The same, read harshly.')),
    kind: z.number().check(z.minimum(0), z.maximum(1), z.describe('The same, read kindly.')),
  }),
  plus: z
    .number()
    .check(z.minimum(0), z.maximum(1), z.describe('Share of the weight that a criterion above the bar adds.')),
  pitfall: z.number().check(z.minimum(0), z.maximum(1), z.describe('What each present pitfall takes away.')),
  thresholds: z.strictObject({ 'lean-no': z.number(), 'lean-yes': z.number(), 'strong-yes': z.number() }),
  /** A criterion that is missing, or a pitfall that is present, allows at most this signal from this bar on. */
  gates: z.array(
    z.strictObject({
      when: naming(criterionRef, 'criterion').check(z.describe('The criterion or pitfall.')),
      is: z.enum(['missing', 'present']).check(z.describe('The status that sets the gate off.')),
      from: z.optional(bar).check(z.describe('The lowest bar it holds for.')),
      atMost: hireSignal.check(z.describe('The best signal it allows.')),
    }),
  ),
  tooShort: z
    .optional(
      z.strictObject({
        words: z
          .int()
          .check(z.minimum(0), z.maximum(2000), z.describe('Fewer words than this; what is repeated counts once.')),
        atMost: hireSignal.check(z.describe('The best signal such an answer gets.')),
      }),
    )
    .check(z.describe('What a very short answer can get at most.')),
  belowBar: hireSignal.check(z.describe('An answer that reads below the target bar gets at most this signal.')),
  /** Share of the criteria of each bar that a reading of a level asks for. */
  levels: z.strictObject({
    mid: z.strictObject({ mid: z.number() }),
    senior: z.strictObject({ mid: z.number(), senior: z.number() }),
    staff: z.strictObject({ mid: z.number(), senior: z.number(), staff: z.number() }),
  }),
});
export type Composition = z.infer<typeof composition>;
