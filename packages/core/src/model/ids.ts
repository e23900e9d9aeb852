import * as z from 'zod/mini';

/** A kebab-case name: `home-feed`. Used for everything a pack names. */
export const slug = z
  .string()
  .check(
    z.maxLength(64),
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens, such as home-feed'),
  );

/** What a name in a pack stands for. The schemas carry it (`x-names`), so that an editor knows what to offer and explain. */
export type NameKind =
  | 'pack'
  | 'company'
  | 'role'
  | 'source'
  | 'fact'
  | 'figure'
  | 'rubric'
  | 'dimension'
  | 'criterion'
  | 'question'
  | 'level'
  | 'structure'
  | 'round'
  | 'concept'
  | 'signal'
  | 'term'
  | 'expression'
  | 'topic'
  | 'background'
  | 'folder';

/** The same schema, which says what its names stand for. */
export function naming<T extends z.ZodMiniType>(schema: T, kind: NameKind): T {
  return schema.check(z.meta({ 'x-names': kind }));
}

/** A company level as the company writes it: `L5`, `senior`. */
export const levelId = z
  .string()
  .check(z.maxLength(24), z.regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'expected a level such as L5 or senior'));

/** `<company>/<question>`, unique over all packs: `pinterest/home-feed`. */
export const questionId = z
  .string()
  .check(
    z.maxLength(130),
    z.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'expected company/question, such as pinterest/home-feed',
    ),
  );

/** `<rubric>/<criterion or pitfall>`: `system-design/scope`. */
export const criterionRef = z
  .string()
  .check(
    z.maxLength(130),
    z.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'expected rubric/criterion, such as system-design/scope',
    ),
  );

/**
 * The address of a page on the web. Only such a one becomes a link, so it can name no command and no file, and holds nothing
 * that would end the link early.
 */
export const webAddress = z
  .url()
  .check(
    z.maxLength(2000),
    z.regex(
      /^https?:\/\/[^\s<>()[\]{}"'`\\|^]+$/i,
      'expected an address that begins with https:// or http://, with no space, bracket or quotation mark in it',
    ),
  );

/** The number of a claim in the author's own list (`S5`, `P14`): so that a check can say that none is lost. Never shown to users. */
export const claimNumber = z.string().check(z.regex(/^[A-Z]\d{1,3}$/, 'expected a letter and a number, such as S5'));

/** A bar is what a level asks for, on a scale shared by all companies. */
export const bars = ['mid', 'senior', 'staff'] as const;
export const bar = z.enum(bars);
export type Bar = z.infer<typeof bar>;

/** One line of text that a user reads. */
export const line = z.string().check(z.minLength(1), z.maxLength(400));
/** A short paragraph that a user reads. */
export const prose = z.string().check(z.minLength(1), z.maxLength(1500));
