export {
  type Debrief,
  type DebriefFacts,
  debriefOf,
} from './debrief.ts';
export { type SideBySide, sideBySide } from './history.ts';
export { type DebriefHost, debriefGenerator, debriefHtml, escapeHtml } from './html.ts';
export { debriefMarkdown } from './markdown.ts';
export { type DebriefPage, debriefPage, type PageBlock } from './page.ts';
export { type DebriefWords, englishWords, say } from './words.ts';
