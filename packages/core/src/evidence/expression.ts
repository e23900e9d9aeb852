import type { Expression } from '../model/index.ts';
import { parseComparison } from './compile.ts';
import { type Span, spansOf } from './draft.ts';
import type { EvidenceSummary, SignalSummary } from './summary.ts';

/** Whether a rule's expression holds, and which signals made it so (in the order the rule names them). */
export interface Verdict {
  readonly holds: boolean;
  readonly signals: readonly string[];
  /** Spans chosen by the expression itself, such as the unmatched keys. */
  readonly spans: readonly (readonly Span[])[];
}

const no: Verdict = { holds: false, signals: [], spans: [] };
const yes: Verdict = { holds: true, signals: [], spans: [] };

/** Evaluates an expression over what was seen. Pure. */
export function evaluate(expression: Expression, summary: EvidenceSummary): Verdict {
  if (typeof expression === 'string') {
    const { measure, signal, atLeast } = parseComparison(expression);
    return measured(summary.signal(signal), measure) >= atLeast ? { holds: true, signals: [signal], spans: [] } : no;
  }
  if ('all' in expression) return join(expression.all, summary, expression.all.length);
  if ('any' in expression) return join(expression.any, summary, 1);
  if ('of' in expression) return join(expression.of, summary, expression.atLeast);
  if ('not' in expression) return evaluate(expression.not, summary).holds ? no : yes;
  if ('words' in expression) return summary.words - summary.asideWords >= expression.words ? yes : no;
  if ('before' in expression) {
    const [first, second] = expression.before;
    const seen = summary.signal(first);
    return seen.count > 0 && seen.first < summary.signal(second).first
      ? { holds: true, signals: [first], spans: [] }
      : no;
  }
  if ('share' in expression) {
    const { of, among, atLeast } = expression.share;
    const all = summary.signal(among).keys;
    if (all.size === 0) return no;
    const shared = [...all].filter((key) => summary.signal(of).keys.has(key)).length;
    return shared / all.size >= atLeast ? { holds: true, signals: [of], spans: [] } : no;
  }
  const { among, by, atLeast } = expression.unmatched;
  const seen = summary.signal(among);
  const matched = summary.signal(by).keys;
  const lonely = [...seen.keys].filter((key) => !matched.has(key));
  if (lonely.length < atLeast) return no;
  return {
    holds: true,
    signals: [],
    spans: lonely
      .flatMap((key) => seen.sightings.filter((sighting) => sighting.keys.includes(key)).slice(0, 1))
      .map(spansOf),
  };
}

function measured(seen: SignalSummary, measure: 'count' | 'distinct'): number {
  return measure === 'count' ? seen.count : seen.keys.size;
}

function join(parts: readonly Expression[], summary: EvidenceSummary, needed: number): Verdict {
  const held = parts.map((part) => evaluate(part, summary)).filter((verdict) => verdict.holds);
  if (held.length < needed) return no;
  return {
    holds: true,
    signals: [...new Set(held.flatMap((verdict) => verdict.signals))],
    spans: held.flatMap((verdict) => verdict.spans),
  };
}
