import * as z from 'zod';
import { card } from './card.ts';
import { composition } from './composition.ts';
import { drill, drillParts } from './drill.ts';
import { concept, rules, signal } from './evidence.ts';
import { criterionRef, line, naming, prose, slug } from './ids.ts';
import { level, loop } from './loop.ts';
import { plan } from './plan.ts';
import { frame, question, structure } from './question.ts';
import { compensation, profile, promotion, readingItem } from './role.ts';
import { override, rubric } from './rubric.ts';
import { fact, source } from './source.ts';

/** Content for one company and role, or a foundation that others extend. */
export const pack = z.strictObject({
  id: slug.describe('Name of the pack, unique among all packs, such as pinterest-data-pm.'),
  title: line.describe('What people read in lists of packs: company and role.'),
  about: prose.describe('What the pack is for, in a sentence or two.'),
  company: slug.describe('The company, as rubricate.yaml names it.'),
  role: slug.describe('The role, as rubricate.yaml names it.'),
  extends: z
    .array(naming(slug, 'pack'))
    .optional()
    .describe('Packs this one builds on: their rubrics, structures, concepts, signals and rules are at hand here.'),
  sources: z.array(source).optional().describe('Where claims were read. Everything else names them by id.'),
  facts: z
    .array(fact)
    .optional()
    .describe('Claims about the company, the role or its technology, each with its source.'),
  levels: z.array(level).min(1).describe("The company's ladder, lowest level first."),
  profile: profile.optional().describe('What the role is and is not.'),
  compensation: z.array(compensation).optional().describe('What is said to be paid.'),
  promotions: z.array(promotion).optional().describe('What a step up the ladder asks for.'),
  reading: z.array(readingItem).optional().describe('What the sources say to read.'),
  loop: loop.optional().describe('The interviews, in the order they are held.'),
  rubrics: z.array(rubric).optional().describe('What answers are judged by.'),
  overrides: z
    .record(naming(criterionRef, 'criterion'), override)
    .optional()
    .describe('By `rubric/criterion`: another weight or sign for this role.'),
  questions: z.array(question).optional().describe('Prompts to practise.'),
  structures: z.array(structure).optional().describe('Skeletons of answers, inserted as snippets.'),
  frames: z.array(frame).optional().describe('Sentence frames, inserted by their prefix.'),
  cards: z.array(card).optional().describe('Quiz cards.'),
  drills: z.array(drill).optional().describe('What can be injected into an answer: a failure, or a challenge.'),
  drillParts: drillParts
    .optional()
    .describe(
      'By which signs the text shows the four parts of an answer to a failure. Most packs take those of the foundations.',
    ),
  plan: plan.optional().describe('The prep plan, in phases.'),
  composition: composition
    .optional()
    .describe('How statuses become a hire signal and a level reading. Most packs take that of the foundations.'),
  concepts: z.record(slug, concept).optional().describe('Sets of phrases by name: the words that evidence is made of.'),
  signals: z.record(slug, signal).optional().describe('Patterns over concepts, #quantities and @shapes, by name.'),
  rules: rules.optional().describe('By rubric/criterion: which signals make it met or partial, or a pitfall present.'),
});
export type Pack = z.infer<typeof pack>;
