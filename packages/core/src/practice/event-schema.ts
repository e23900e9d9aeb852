import * as z from 'zod/mini';
import { practiceEvent } from './events.ts';

/** The JSON Schema of an event, derived from the schema that checks it: one alternative for each kind. */
export function eventJsonSchema(): object {
  return { ...z.toJSONSchema(practiceEvent, { io: 'input' }), title: 'An event of a journal' };
}
