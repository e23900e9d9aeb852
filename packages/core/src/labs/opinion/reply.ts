import * as z from 'zod/mini';
import type { Status } from '../../review/index.ts';

/** What a model says of one criterion, as it says it: nothing of it is checked against the answer yet. */
export interface ModelGrade {
  readonly criterion: string;
  readonly status: Status;
  readonly quotes: readonly string[];
  readonly reason: string;
}

/** Characters of a reply and of a grade that are read, and of a reason that are shown; braces and quotes that are looked at. */
const most = { reply: 200_000, grade: 8_000, reason: 400, braces: 2_000, quotes: 5 } as const;

const grade = z.object({
  criterion: z.string().check(z.trim(), z.minLength(1)),
  status: z.pipe(z.string().check(z.trim(), z.toLowerCase()), z.enum(['met', 'partial', 'missing'])),
  quotes: z.catch(z.union([z.array(z.string()), z.string()]), []),
  reason: z.catch(z.string(), ''),
});

/**
 * The grades in a reply, by criterion. A reply is only read, and only for objects that are grades: fences, remarks around
 * them, an envelope of another shape and an end that is cut off do no harm. The last grade of a criterion counts.
 *
 * @param answer what the model was given: an object that stands in it is the writer's, repeated, and no grade.
 */
export function readReply(reply: string, answer: string): ReadonlyMap<string, ModelGrade> {
  const grades = new Map<string, ModelGrade>();
  for (const source of flatObjects(reply.slice(0, most.reply))) {
    const read = grade.safeParse(parsed(source));
    if (!read.success || answer.includes(source)) continue;
    const { criterion, status, quotes, reason } = read.data;
    grades.set(criterion, {
      criterion,
      status,
      quotes: [quotes].flat().slice(0, most.quotes),
      // A cut never parts the two halves of a character.
      reason: reason
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, most.reason)
        .replace(/[\uD800-\uDBFF]$/, ''),
    });
  }
  return grades;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** What stands in braces that hold no others, but for braces in strings: a grade is such an object, wherever it stands. */
function* flatObjects(text: string): Generator<string> {
  let start = text.indexOf('{');
  for (let count = 0; start >= 0 && count < most.braces; count++) {
    const end = endOf(text, start);
    if (end !== undefined) yield text.slice(start, end);
    start = text.indexOf('{', end ?? start + 1);
  }
}

/** The end of the object that begins here; undefined where another begins first, or none ends. */
function endOf(text: string, start: number): number | undefined {
  const last = Math.min(text.length, start + most.grade);
  let isString = false;
  for (let at = start + 1; at < last; at++) {
    const character = text[at];
    if (character === '"') isString = !isString;
    else if (isString) at += character === '\\' ? 1 : 0;
    else if (character === '{') return undefined;
    else if (character === '}') return at + 1;
  }
  return undefined;
}
