import * as z from 'zod/mini';
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
  id: slug.check(z.describe('Name of the pack, unique among all packs, such as pinterest-data-pm.')),
  title: line.check(z.describe('What people read in lists of packs: company and role.')),
  about: prose.check(z.describe('What the pack is for, in a sentence or two.')),
  company: slug.check(z.describe('The company, as rubricate.yaml names it.')),
  role: slug.check(z.describe('The role, as rubricate.yaml names it.')),
  extends: z
    .optional(z.array(naming(slug, 'pack')))
    .check(
      z.describe('Packs this one builds on: their rubrics, structures, concepts, signals and rules are at hand here.'),
    ),
  sources: z.optional(z.array(source)).check(z.describe('Where claims were read. Everything else names them by id.')),
  facts: z
    .optional(z.array(fact))
    .check(z.describe('Claims about the company, the role or its technology, each with its source.')),
  levels: z.array(level).check(z.minLength(1), z.describe("The company's ladder, lowest level first.")),
  profile: z.optional(profile).check(z.describe('What the role is and is not.')),
  compensation: z.optional(z.array(compensation)).check(z.describe('What is said to be paid.')),
  promotions: z.optional(z.array(promotion)).check(z.describe('What a step up the ladder asks for.')),
  reading: z.optional(z.array(readingItem)).check(z.describe('What the sources say to read.')),
  loop: z.optional(loop).check(z.describe('The interviews, in the order they are held.')),
  rubrics: z.optional(z.array(rubric)).check(z.describe('What answers are judged by.')),
  overrides: z
    .optional(z.record(naming(criterionRef, 'criterion'), override))
    .check(z.describe('By `rubric/criterion`: another weight or sign for this role.')),
  questions: z.optional(z.array(question)).check(z.describe('Prompts to practise.')),
  structures: z.optional(z.array(structure)).check(z.describe('Skeletons of answers, inserted as snippets.')),
  frames: z.optional(z.array(frame)).check(z.describe('Sentence frames, inserted by their prefix.')),
  cards: z.optional(z.array(card)).check(z.describe('Quiz cards.')),
  drills: z
    .optional(z.array(drill))
    .check(z.describe('What can be injected into an answer: a failure, or a challenge.')),
  drillParts: z
    .optional(drillParts)
    .check(
      z.describe(
        'By which signs the text shows the four parts of an answer to a failure. Most packs take those of the foundations.',
      ),
    ),
  plan: z.optional(plan).check(z.describe('The prep plan, in phases.')),
  composition: z
    .optional(composition)
    .check(
      z.describe('How statuses become a hire signal and a level reading. Most packs take that of the foundations.'),
    ),
  concepts: z
    .optional(z.record(slug, concept))
    .check(z.describe('Sets of phrases by name: the words that evidence is made of.')),
  signals: z
    .optional(z.record(slug, signal))
    .check(z.describe('Patterns over concepts, #quantities and @shapes, by name.')),
  rules: z
    .optional(rules)
    .check(z.describe('By rubric/criterion: which signals make it met or partial, or a pitfall present.')),
});
export type Pack = z.infer<typeof pack>;
