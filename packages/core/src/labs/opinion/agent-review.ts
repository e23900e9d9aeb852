import { debriefMarkdown, debriefOf, debriefPage, englishWords } from '../../practice/index.ts';
import type { Review } from '../../review/index.ts';

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
