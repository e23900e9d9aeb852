import type { AttemptTimes } from './events.ts';
import { clockOf, type Mock } from './mock.ts';

/**
 * Where the time of an interview went, by heading, in the order the headings were first written under. Milliseconds of
 * time spent, so that pauses do not count.
 */
export interface SectionTimes {
  readonly sections: readonly { readonly heading: string; readonly spent: number }[];
  /** Time spent up to here has been given to a section. */
  readonly upTo: number;
}

export const noTimes: SectionTimes = { sections: [], upTo: 0 };

const longestHeading = 200;
const mostSections = 200;

/**
 * Notes an edit under a heading, when so much time was spent. The time since the last edit goes to this section: who
 * writes something has been thinking about it.
 */
export function noteEdit(times: SectionTimes, heading: string, spent: number): SectionTimes {
  if (spent < times.upTo) return times;
  const name = heading.slice(0, longestHeading);
  const more = spent - times.upTo;
  const isKnown = times.sections.some((section) => section.heading === name);
  if (!isKnown && times.sections.length === mostSections) return times;
  const sections = isKnown
    ? times.sections.map((section) =>
        section.heading === name ? { ...section, spent: section.spent + more } : section,
      )
    : [...times.sections, { heading: name, spent: more }];
  return { sections, upTo: spent };
}

/** The times as an attempt keeps them; what was spent after the last edit goes to where that was. */
export function attemptTimesOf(mock: Mock, times: SectionTimes, last: string, now: number): AttemptTimes {
  const { spent, total } = clockOf(mock, now);
  const seconds = (ms: number): number => Math.round(ms / 1000);
  return {
    allowed: seconds(total),
    used: seconds(spent),
    sections: noteEdit(times, last, spent).sections.map((section) => ({
      heading: section.heading,
      seconds: seconds(section.spent),
    })),
  };
}

/**
 * The heading that a place in a Markdown text stands under: the nearest one of the first or second level above it, since
 * those are what a structure has. Empty above the first. Lines in fenced code and front matter are no headings.
 */
export function headingAt(text: string, offset: number): string {
  const lines = text.slice(0, lineEnd(text, offset)).split(/\r\n|\r|\n/);
  let heading = '';
  let fence: string | undefined;
  let isFrontMatter = lines[0]?.trim() === '---';
  for (const [index, line] of lines.entries()) {
    if (isFrontMatter) {
      if (index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) isFrontMatter = false;
      continue;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      continue;
    }
    if (mark !== undefined) fence = mark;
    else heading = /^ {0,3}##?[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1] ?? heading;
  }
  return heading;
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end === -1 ? text.length : offset + end;
}
