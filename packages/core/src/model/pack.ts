import * as z from 'zod';
import { card } from './card.ts';
import { composition } from './composition.ts';
import { drill } from './drill.ts';
import { concept, rules, signal } from './evidence.ts';
import { criterionRef, line, prose, slug } from './ids.ts';
import { level, loop } from './loop.ts';
import { plan } from './plan.ts';
import { frame, question, structure } from './question.ts';
import { compensation, profile, promotion, readingItem } from './role.ts';
import { override, rubric } from './rubric.ts';
import { fact, source } from './source.ts';

/** Content for one company and role, or a foundation that others extend. */
export const pack = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  company: slug,
  role: slug,
  extends: z.array(slug).optional(),
  sources: z.array(source).optional(),
  facts: z.array(fact).optional(),
  levels: z.array(level).min(1),
  profile: profile.optional(),
  compensation: z.array(compensation).optional(),
  promotions: z.array(promotion).optional(),
  reading: z.array(readingItem).optional(),
  loop: loop.optional(),
  rubrics: z.array(rubric).optional(),
  /** By `rubric/criterion`: another weight or sign for this role. */
  overrides: z.record(criterionRef, override).optional(),
  questions: z.array(question).optional(),
  structures: z.array(structure).optional(),
  frames: z.array(frame).optional(),
  cards: z.array(card).optional(),
  drills: z.array(drill).optional(),
  plan: plan.optional(),
  composition: composition.optional(),
  concepts: z.record(slug, concept).optional(),
  signals: z.record(slug, signal).optional(),
  rules: rules.optional(),
});
export type Pack = z.infer<typeof pack>;
