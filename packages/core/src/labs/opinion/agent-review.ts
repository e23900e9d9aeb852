import * as z from 'zod/mini';
import { debriefMarkdown, debriefOf, debriefPage, englishWords } from '../../practice/index.ts';
import type { Review } from '../../review/index.ts';

const words = z.optional(z.string().check(z.trim(), z.minLength(1)));
const request = z.strictObject({
  uri: words,
  text: z.optional(z.string()),
  question: words,
  rubric: words,
  level: words,
});
/** What an agent asks for; with neither a file nor a text it means the answer that is looked at. */
export type ReviewRequest = z.infer<typeof request>;

/** What an agent asks for, where it can be understood. */
export function readRequest(input: unknown): ReviewRequest | undefined {
  return request.safeParse(input).data;
}

/**
 * Our review as an editor's agent is given it: the report in Markdown, without what only a person's history has.
 *
 * @param isShort leaves out the criteria that are met and what they rest on, for whoever has little room.
 */
export function agentReview(review: Review, text: string, isShort = false): string {
  const page = debriefPage(debriefOf({ review, text }), englishWords);
  const left = new Set(['change', 'attempts', ...(isShort ? ['dimensions'] : [])]);
  return debriefMarkdown({
    ...page,
    details: page.details.slice(0, 1),
    sections: page.sections.filter(({ id }) => !left.has(id)),
  });
}
