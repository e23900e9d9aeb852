import type { Confirmation } from '@rubricate/core/model';
import type {
  CriterionReview,
  PitfallReview,
  ResolvedCriterion,
  ResolvedPitfall,
  Target,
} from '@rubricate/core/review';
import * as vscode from 'vscode';
import { commandIds, commandLink, ownMarkdown } from './command-ids.ts';
import { claimLine } from './explain/claim-words.ts';
import { shownHints, toRange } from './hints.ts';
import { markdownSelector } from './judged-documents.ts';
import { countsName } from './lens/lens-words.ts';
import type { Judged, Services } from './services.ts';
import { escapeMarkdown, levelName, statusName } from './wording.ts';

/** More than this at one place is a wall of text; the checklist has the rest. */
const most = 3;

/** Tells of the criteria that the words under the pointer earn, or that are hinted at there. */
export function registerHover(context: vscode.ExtensionContext, { reviews }: Services): void {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(markdownSelector, {
      async provideHover(document, position) {
        if (!reviews.current(document.uri)) return undefined;
        const judgement = await reviews.review(document.uri);
        return judgement?.ok ? hoverAt(judgement, document.offsetAt(position)) : undefined;
      },
    }),
  );
}

interface Found {
  readonly ref: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

function hoverAt(judged: Judged, offset: number): vscode.Hover | undefined {
  const hinted = hintsAt(judged, offset);
  // A hint is there to be acted on; what the same words earn elsewhere would only stand in its way.
  const found = hinted.length > 0 ? hinted : evidenceAt(judged, offset);
  const unique = found.filter(({ ref }, index) => found.findIndex((other) => other.ref === ref) === index);
  const first = unique[0];
  if (!first) return undefined;
  const contents = unique.slice(0, most).map(({ text }) => ownMarkdown(text));
  return new vscode.Hover(contents, toRange(judged.document, first.span));
}

function hintsAt(judged: Judged, offset: number): readonly Found[] {
  return shownHints(judged)
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .flatMap(({ code, range }) => {
      const criterion = judged.review.criteria.find((one) => one.criterion.ref === code);
      if (criterion) return [{ ref: code, span: range, text: criterionText(criterion, judged, true) }];
      const pitfall = judged.review.pitfalls.find((one) => one.pitfall.ref === code);
      return pitfall ? [{ ref: code, span: range, text: pitfallText(pitfall, judged) }] : [];
    });
}

function evidenceAt(judged: Judged, offset: number): readonly Found[] {
  return judged.review.criteria.flatMap((one) => {
    const span = one.evidence.find(({ start, end }) => start <= offset && offset < end);
    return span ? [{ ref: one.criterion.ref, span, text: criterionText(one, judged, false) }] : [];
  });
}

const icons = { met: '$(pass-filled)', partial: '$(color-mode)', missing: '$(circle-large-outline)' } as const;

function criterionText(
  { criterion, status, expected, dismissed }: CriterionReview,
  { document, target }: Judged,
  isHinted: boolean,
): string {
  const links = [explainLinkOf(criterion.ref, { target })];
  if (status !== 'met' && criterion.frame) {
    links.push(
      link(
        vscode.l10n.t('Insert the sentence'),
        commandLink(commandIds.insertSentence, criterion.ref, document.uri.toString()),
      ),
    );
  }
  if (status !== 'missing') {
    links.push(link(vscode.l10n.t('Show evidence'), commandLink(commandIds.showEvidence, criterion.ref)));
  }
  const { weight, override } = criterion;
  const icon = weight < 0 && status !== 'missing' ? '$(warning)' : icons[status];
  const standing = statusName(status);
  const otherwise = override && weight <= 0 ? [countsName('criterion', { weight, expected })] : [];
  // Where a hint stands, the editor itself shows its message above.
  const advice = status === 'met' || isHinted ? [] : [escapeMarkdown(criterion.hint)];
  return [
    `${icon} **${escapeMarkdown(criterion.title)}** · ${[standing, ...otherwise].join(' · ')}${dismissedNote(dismissed)}`,
    ...advice,
    `**${escapeMarkdown(levelName(target))}**: ${escapeMarkdown(criterion.bars[target.bar])}`,
    `*${vscode.l10n.t('Why')}*: ${escapeMarkdown(criterion.why)}`,
    ...roleLines(criterion, target),
    links.join(' · '),
  ].join('\n\n');
}

function pitfallText({ pitfall, dismissed }: PitfallReview, judged: Judged): string {
  return [
    `$(warning) **${escapeMarkdown(pitfall.title)}** · ${vscode.l10n.t('pitfall')}${dismissedNote(dismissed)}`,
    `*${vscode.l10n.t('Why')}*: ${escapeMarkdown(pitfall.why)}`,
    ...roleLines(pitfall, judged.target),
    explainLinkOf(pitfall.ref, judged),
  ].join('\n\n');
}

/** Why this role counts it otherwise, with who says so; else who says that it is asked for at all. */
function roleLines(found: ResolvedCriterion | ResolvedPitfall, { lens }: Target): readonly string[] {
  const { override } = found;
  const line = (source: string | undefined, state: Confirmation | undefined): string =>
    claimLine({
      source: source === undefined ? undefined : lens.sources.get(source),
      state: state ?? 'claimed',
      confirmedBy: [],
    });
  if (!override) return [line(found.source, found.state)].filter(Boolean);
  const why = `*${escapeMarkdown(lens.pack.title)}*: ${escapeMarkdown(override.why)}`;
  return [why, line(override.source, override.state)].filter(Boolean);
}

function dismissedNote(reason: string | undefined): string {
  if (reason === undefined) return '';
  return ` · ${reason ? vscode.l10n.t('dismissed: {0}', escapeMarkdown(reason)) : vscode.l10n.t('dismissed')}`;
}

function explainLinkOf(ref: string, { target }: Pick<Judged, 'target'>): string {
  const explained = { ref, pack: target.lens.pack.id, level: target.level };
  return link(vscode.l10n.t('Explain'), commandLink(commandIds.explain, explained));
}

function link(label: string, target: string): string {
  return `[${label}](${target})`;
}
