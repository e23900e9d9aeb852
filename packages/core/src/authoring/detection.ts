import { type Comparison, parseComparison } from '../evidence/index.ts';
import type { Concept, Expression, Pack, Signal } from '../model/index.ts';
import { patternWords } from './detection-patterns.ts';
import { examplesOf } from './detection-terms.ts';

/** By how many of its ways a sign is shown: most have one or two, and those with ten vary the same. */
const shownWays = 3;

/** How a criterion or pitfall is recognised, in words made from its rule. Texts are Markdown. */
export interface Detection {
  /** What must be seen for each status, by the names of signs: one thing, or several of which all or one are needed. */
  readonly when: readonly {
    readonly status: 'met' | 'partial' | 'present';
    readonly needs: 'all' | 'one';
    readonly parts: readonly string[];
  }[];
  /** What each of those signs looks like, by the names of groups of words. `more` counts the ways that are not shown. */
  readonly signs: readonly { readonly name: string; readonly ways: readonly string[]; readonly more: number }[];
  /** A few phrases of each of those groups. */
  readonly words: readonly { readonly name: string; readonly examples: readonly string[] }[];
}

/**
 * Says how `rubric/criterion` is recognised; undefined where no pack has a rule for it.
 *
 * @param lineage the pack and those it builds on, base first.
 */
export function detectionOf(ref: string, lineage: readonly Pack[]): Detection | undefined {
  const rule = [...lineage].reverse().find(({ rules }) => rules && Object.hasOwn(rules, ref))?.rules?.[ref];
  if (!rule) return undefined;
  const signals: Readonly<Record<string, Signal>> = Object.assign({}, ...lineage.map((part) => part.signals ?? {}));
  const concepts: Readonly<Record<string, Concept>> = Object.assign({}, ...lineage.map((part) => part.concepts ?? {}));
  const nameOf = plainName([...Object.keys(signals), ...Object.keys(concepts)]);
  const expressions =
    'met' in rule
      ? ([
          ['met', rule.met],
          ['partial', rule.partial],
        ] as const)
      : ([['present', rule.present]] as const);
  const named = [...new Set(expressions.flatMap(([, expression]) => signalsIn(expression)))];
  const signs = named.map((name) => {
    const signal = Object.hasOwn(signals, name) ? signals[name] : undefined;
    const patterns = signal === undefined ? [] : Array.isArray(signal) ? signal : [signal];
    const ways = patterns.slice(0, shownWays).map((pattern) => patternWords(pattern, nameOf));
    return { name: nameOf(name), ways, more: patterns.length - ways.length };
  });
  const groups = [...new Set(signs.flatMap(({ ways }) => ways.flatMap((way) => way.concepts)))];
  return {
    when: expressions.map(([status, expression]) => ({ status, ...partsOf(expression, nameOf) })),
    signs: signs.map(({ name, ways, more }) => ({ name, ways: ways.map(({ words }) => words), more })),
    words: groups.map((name) => ({ name: nameOf(name), examples: examplesOf(name, concepts) })),
  };
}

/** The same as Markdown, to stand below a heading. */
export function detectionMarkdown({ when, signs, words }: Detection): string {
  const leads = { met: 'Met', partial: 'Partial', present: 'The pitfall is there' } as const;
  const list = (lead: string, items: readonly string[], several: string): readonly string[] =>
    items.length === 1 ? [`- ${lead}: ${items[0]}`] : [`- ${lead}${several}:`, ...items.map((item) => `  - ${item}`)];
  return [
    ...when.flatMap(({ status, needs, parts }) =>
      list(`${leads[status]} with`, parts, needs === 'all' ? ' all of these' : ' one of these'),
    ),
    '',
    'The signs:',
    '',
    ...signs.flatMap(({ name, ways, more }) =>
      list(`**${name}**`, [...ways, ...(more > 0 ? [`${more} more ${more === 1 ? 'way' : 'ways'}`] : [])], ''),
    ),
    ...(words.length > 0 ? ['', 'The words, a few of each group:', ''] : []),
    words
      .filter(({ examples }) => examples.length > 0)
      .map(({ name, examples }) => `*${name}*: ${examples.map((one) => `“${one}”`).join(', ')}`)
      .join(' · '),
  ]
    .join('\n')
    .trimEnd();
}

type NameOf = (name: string) => string;

/** Names as words. Packs put two letters before the names of one rubric; those are no word. */
function plainName(names: readonly string[]): NameOf {
  const counts = new Map<string, number>();
  const markOf = (name: string): string | undefined => /^[a-z]{2}(?=-)/.exec(name)?.[0];
  for (const name of names) {
    const mark = markOf(name);
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return (name) => {
    const isMarked = (counts.get(markOf(name) ?? '') ?? 0) >= 5;
    return (isMarked ? name.slice(3) : name).replaceAll('-', ' ');
  };
}

function signalsIn(expression: Expression): readonly string[] {
  if (typeof expression === 'string') return [parseComparison(expression).signal];
  if ('all' in expression) return expression.all.flatMap(signalsIn);
  if ('any' in expression) return expression.any.flatMap(signalsIn);
  if ('of' in expression) return expression.of.flatMap(signalsIn);
  if ('not' in expression) return signalsIn(expression.not);
  if ('before' in expression) return expression.before;
  if ('share' in expression) return [expression.share.of, expression.share.among];
  if ('unmatched' in expression) return [expression.unmatched.among, expression.unmatched.by];
  return [];
}

function partsOf(
  expression: Expression,
  nameOf: NameOf,
): { readonly needs: 'all' | 'one'; readonly parts: readonly string[] } {
  const list = (members: readonly Expression[]): readonly string[] =>
    members.map((one) => expressionWords(one, nameOf));
  if (typeof expression === 'object' && 'all' in expression) return { needs: 'all', parts: list(expression.all) };
  if (typeof expression === 'object' && 'any' in expression) return { needs: 'one', parts: list(expression.any) };
  return { needs: 'all', parts: list([expression]) };
}

function expressionWords(expression: Expression, nameOf: NameOf, isInner = false): string {
  const name = (signal: string): string => `**${nameOf(signal)}**`;
  const joined = (members: readonly Expression[], word: string): string => {
    const words = members.map((one) => expressionWords(one, nameOf, members.length > 1)).join(word);
    return isInner && members.length > 1 ? `(${words})` : words;
  };
  if (typeof expression === 'string') return comparisonWords(parseComparison(expression), name);
  if ('all' in expression) return joined(expression.all, ' and ');
  if ('any' in expression) return joined(expression.any, ' or ');
  if ('of' in expression) return `at least ${expression.atLeast} of these: ${joined(expression.of, '; ')}`;
  if ('not' in expression) return notWords(expression.not, nameOf);
  if ('words' in expression) return `a text of at least ${expression.words} words`;
  if ('before' in expression) return `${name(expression.before[0])} before any ${name(expression.before[1])}`;
  if ('share' in expression) {
    const { of, among, atLeast } = expression.share;
    return `${name(of)} for at least ${Math.round(atLeast * 100)}% of what ${name(among)} names`;
  }
  const { among, by, atLeast } = expression.unmatched;
  return `at least ${atLeast} things that ${name(among)} names and ${name(by)} does not`;
}

function notWords(denied: Expression, nameOf: NameOf): string {
  const comparison = typeof denied === 'string' ? parseComparison(denied) : undefined;
  if (!comparison || comparison.atLeast === 1) return `no ${expressionWords(denied, nameOf, true)}`;
  const { measure, signal, atLeast } = comparison;
  const what = `**${nameOf(signal)}**`;
  return measure === 'distinct' ? `${what} of fewer than ${atLeast} kinds` : `${what} in fewer than ${atLeast} places`;
}

function comparisonWords({ measure, signal, atLeast }: Comparison, name: NameOf): string {
  if (atLeast === 1) return name(signal);
  return measure === 'distinct' ? `${name(signal)} of ${atLeast} kinds` : `${name(signal)} in ${atLeast} places`;
}
