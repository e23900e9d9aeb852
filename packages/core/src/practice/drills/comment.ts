import type { Block } from '../../text/index.ts';
import type { FoundDrill } from './drills.ts';

/** The comment by which a failure stands in the text. Comments are no prose, so it earns nothing. */
export function drillComment({ key, drill }: FoundDrill): string {
  // Two hyphens or a ">" would end the comment for some readers.
  const inject = drill.inject
    .replace(/\s+/g, ' ')
    .replace(/\s*-{2,}\s*|>/g, ' ')
    .trim();
  return `<!-- drill ${key}: ${inject} -->`;
}

const opening = /^\s*<!--\s*drill\s+([a-z0-9-]{1,64}\/[a-z0-9-]{1,64})\b/;

/** The failure that a block's comment names; undefined for any other block. */
export function commentedDrill({ analysis }: Block): string | undefined {
  return analysis.kind === 'hidden' ? opening.exec(analysis.text)?.[1] : undefined;
}
