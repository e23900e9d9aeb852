import type { Frame, Structure } from '@rubricate/core/model';

/**
 * A structure as one snippet: its headings, under each the prompt as a comment and its sentence frames. Every frame counts
 * its gaps from 1, and the gaps of a snippet that share a number are typed together; so they are numbered anew.
 */
export function structureSnippet(structure: Structure): string {
  let gaps = 0;
  const sections = structure.sections.map(({ heading, minutes, prompt, frames = [] }) => {
    const budget = minutes ? `${minutes} min. ` : '';
    const filled = frames.map((frame) => {
      const renumbered = renumber(frame, gaps);
      gaps = renumbered.last;
      return renumbered.snippet;
    });
    const body = filled.length > 0 ? filled.join('\n\n') : `$${++gaps}`;
    return `## ${literal(heading)}\n\n<!-- ${literal(`${budget}${prompt}`)} -->\n\n${body}`;
  });
  return `${sections.join('\n\n')}\n$0`;
}

export function frameSnippet({ body }: Frame): string {
  return body.join('\n');
}

/** Raises the numbers of a snippet's gaps by `by`, and says the highest there is then. */
function renumber(snippet: string, by: number): { readonly snippet: string; readonly last: number } {
  let last = by;
  const raised = snippet.replace(
    /(\\.)|(\$\{?)(\d+)/g,
    (whole: string, escaped: string | undefined, sign: string, digits: string) => {
      if (escaped) return whole;
      const number = Number(digits) + by;
      last = Math.max(last, number);
      return `${sign}${number}`;
    },
  );
  return { snippet: raised, last };
}

/** Text that means nothing to the snippet language. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
