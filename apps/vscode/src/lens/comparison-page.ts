import type {
  LensComparison,
  LensFlip,
  LensReason,
  LensSide,
  ResolvedCriterion,
  ResolvedPitfall,
  Review,
} from '@rubricate/core/review';
import * as vscode from 'vscode';
import { claimLine } from '../explain/claim-words.ts';
import { escapeMarkdown, hireRange, levelRange, metCount, subject } from '../wording.ts';
import { countsName, effectName, findingName, lensName } from './lens-words.ts';

export interface Comparing {
  readonly comparison: LensComparison;
  readonly here: Review;
  readonly there: Review;
  readonly text: string;
  /** Rubrics of the text that the other lens does not know. */
  readonly unknown: readonly string[];
}

/** What two lenses make of one text, as a Markdown page: the verdicts, what flips and why, and what only one of them judges. */
export function comparisonPage(comparing: Comparing): string {
  const { comparison, here, there, unknown } = comparing;
  const telling = comparison.flips.filter(({ differs }) => differs.includes('effect'));
  const silent = comparison.flips.filter(({ differs }) => !differs.includes('effect'));
  const judged = here.criteria.length + here.pitfalls.length - comparison.onlyHere.length;
  const parts = [
    `# ${escapeMarkdown(vscode.l10n.t('{0}, through two lenses', subject(here)))}`,
    verdicts(here, there),
    ...(unknown.length === 0 ? [] : [unknownNote(unknown, there)]),
    `## ${vscode.l10n.t('What this text earns differently')}`,
    telling.length === 0
      ? vscode.l10n.t('Nothing: each of the {0} criteria and pitfalls that both judge comes to the same.', judged)
      : vscode.l10n.t('{0} of the {1} criteria and pitfalls that both judge.', telling.length, judged),
    ...telling.flatMap((flip) => flipParts(flip, comparing)),
    ...silentParts(silent, comparing),
    ...weightParts(comparing),
    ...onlyParts(comparison.onlyHere, here),
    ...onlyParts(comparison.onlyThere, there),
  ];
  return `${parts.join('\n\n')}\n`;
}

function verdicts(here: Review, there: Review): string {
  const row = (label: string, of: (review: Review) => string): string =>
    `| ${label} | ${cell(of(here))} | ${cell(of(there))} |`;
  return [
    `| | ${cell(lensName(here.target))} | ${cell(lensName(there.target))} |`,
    '|---|---|---|',
    row(vscode.l10n.t('Hire signal'), hireRange),
    row(vscode.l10n.t('Reads as'), levelRange),
    row(vscode.l10n.t('Criteria'), metCount),
  ].join('\n');
}

function unknownNote(unknown: readonly string[], { target }: Review): string {
  return `*${escapeMarkdown(
    vscode.l10n.t(
      '{0} does not know the rubric {1}; it judges by what that builds on, where it knows it.',
      target.lens.pack.title,
      unknown.join(', '),
    ),
  )}*`;
}

/** One thing the lenses disagree on: the words in question, how each counts them, and why. */
function flipParts(flip: LensFlip, { here, there, text }: Comparing): readonly string[] {
  const quote = quoteOf(flip, here, text) ?? quoteOf(flip, there, text);
  return [
    `### ${escapeMarkdown(flip.title)}`,
    quote === undefined ? escapeMarkdown(meaningOf(flip, here)) : `> ${escapeMarkdown(quote)}`,
    [sideLine(flip, here, flip.here), sideLine(flip, there, flip.there)].join('\n\n'),
  ];
}

/** How one lens counts it, what that makes of the text, and why. */
function sideLine({ kind }: LensFlip, { target }: Review, side: LensSide): string {
  const counted = [countsName(kind, side), findingName(side.status)].join(', ');
  const line = `- **${escapeMarkdown(lensName(target))}**: ${escapeMarkdown(counted)}: **${effectName(side.effect)}**.`;
  return side.reason ? `${line}\n\n  ${reasonLine(side.reason)}` : line;
}

function reasonsOf(flip: LensFlip, here: Review, there: Review): readonly string[] {
  const said = (review: Review, reason: LensReason | undefined): readonly string[] =>
    reason ? [`*${escapeMarkdown(review.target.lens.pack.title)}*: ${reasonLine(reason)}`] : [];
  return [...said(here, flip.here.reason), ...said(there, flip.there.reason)];
}

function reasonLine({ why, source, state }: LensReason): string {
  return [escapeMarkdown(why), claimLine({ source, state, confirmedBy: [] })].filter(Boolean).join(' ');
}

/** What the packs count otherwise, though it makes no difference to this text. */
function silentParts(flips: readonly LensFlip[], { here, there }: Comparing): readonly string[] {
  if (flips.length === 0) return [];
  const lines = flips.map((flip) => {
    const ways = vscode.l10n.t(
      '{0} in {1}, {2} in {3}',
      countsName(flip.kind, flip.here),
      here.target.lens.pack.title,
      countsName(flip.kind, flip.there),
      there.target.lens.pack.title,
    );
    return [`- **${escapeMarkdown(flip.title)}**: ${escapeMarkdown(ways)}.`, ...reasonsOf(flip, here, there)].join(
      '\n  - ',
    );
  });
  return [`## ${vscode.l10n.t('Counted differently, with no difference to this text')}`, lines.join('\n')];
}

/** What both count the same way round, and one of them more than the other. */
function weightParts({ comparison, here, there }: Comparing): readonly string[] {
  const flipped = new Set(comparison.flips.map(({ ref }) => ref));
  const others = new Map(weighedIn(there).map((one) => [one.ref, one]));
  const lines = weighedIn(here).flatMap((own) => {
    const other = others.get(own.ref);
    if (!other || flipped.has(own.ref) || own.weight === other.weight) return [];
    const ways = vscode.l10n.t(
      '{0} times in {1}, {2} times in {3}',
      Math.abs(own.weight),
      here.target.lens.pack.title,
      Math.abs(other.weight),
      there.target.lens.pack.title,
    );
    const why = [saidBy(here, own.override), saidBy(there, other.override)].flat();
    return [[`- **${escapeMarkdown(own.title)}**: ${escapeMarkdown(ways)}.`, ...why].join('\n  - ')];
  });
  return lines.length === 0 ? [] : [`## ${vscode.l10n.t('Weighs more or less')}`, lines.join('\n')];
}

type Weighed = ResolvedCriterion | ResolvedPitfall;

function weighedIn({ criteria, pitfalls }: Review): readonly Weighed[] {
  return [...criteria.map(({ criterion }) => criterion), ...pitfalls.map(({ pitfall }) => pitfall)];
}

function saidBy({ target }: Review, override: Weighed['override']): readonly string[] {
  if (!override) return [];
  const { lens } = target;
  const source = override.source === undefined ? undefined : lens.sources.get(override.source);
  return [
    `*${escapeMarkdown(lens.pack.title)}*: ${reasonLine({ why: override.why, source, state: override.state ?? (source && 'claimed') })}`,
  ];
}

function onlyParts(refs: readonly string[], review: Review): readonly string[] {
  if (refs.length === 0) return [];
  const titles = new Map([
    ...review.criteria.map(({ criterion }) => [criterion.ref, criterion.title] as const),
    ...review.pitfalls.map(({ pitfall }) => [pitfall.ref, pitfall.title] as const),
  ]);
  const list = refs.map((ref) => `- ${escapeMarkdown(titles.get(ref) ?? ref)}`).join('\n');
  return [`## ${escapeMarkdown(vscode.l10n.t('Judged only by {0}', lensName(review.target)))}`, list];
}

const mostQuoted = 240;

/** The words that a finding rests on. */
function quoteOf({ ref }: LensFlip, { criteria, pitfalls }: Review, text: string): string | undefined {
  const found =
    criteria.find(({ criterion }) => criterion.ref === ref) ?? pitfalls.find(({ pitfall }) => pitfall.ref === ref);
  const first = found?.evidence[0];
  if (!first) return undefined;
  const quote = text.slice(first.start, first.end).replace(/\s+/g, ' ').trim();
  return quote.length <= mostQuoted ? quote : `${quote.slice(0, quote.lastIndexOf(' ', mostQuoted))} …`;
}

/** What a finding without words of its own is about: what the text does as a whole, or does not say. */
function meaningOf({ ref }: LensFlip, { criteria, pitfalls }: Review): string {
  const pitfall = pitfalls.find((one) => one.pitfall.ref === ref)?.pitfall;
  return pitfall?.when ?? criteria.find(({ criterion }) => criterion.ref === ref)?.criterion.hint ?? '';
}

/** Text of a table's cell: a line of its own would end the table. */
function cell(text: string): string {
  return escapeMarkdown(text);
}
