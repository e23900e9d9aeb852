import type { Review } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { commandIds } from './command-ids.ts';
import { currentJudgement } from './current-judgement.ts';
import { toRange } from './hints.ts';
import { markdownSelector } from './judged-documents.ts';
import { reasonWords } from './reason-words.ts';
import { type Judged, ownTarget, type Services } from './services.ts';
import { section, settingsFor } from './settings.ts';
import { expectedCriteria, hireRange, levelName, levelRange, metCount } from './wording.ts';

/** One lens over the answer with what it comes to, and one over each section with what it earns and lacks. */
export function registerCodeLens(context: vscode.ExtensionContext, { reviews }: Services): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    reviews.onDidReview(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(markdownSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        if (!reviews.current(document.uri) || !settingsFor(document.uri).codeLens) return [];
        const judgement = await currentJudgement(reviews, document, token);
        return judgement?.ok ? [headLens(judgement), ...sectionLenses(judgement)] : [];
      },
    }),
  );
}

/** The editor drops usual spaces beside icons. */
const gap = '\u00a0';

function headLens(judged: Judged): vscode.CodeLens {
  const { review, target } = judged;
  const through =
    target === ownTarget(judged) ? '' : `${vscode.l10n.t('through the lens {0}', target.lens.pack.title)}${gap}· `;
  const title = vscode.l10n.t(
    '{0} · reads as {1}, aims at {2} · {3}',
    hireRange(review),
    levelRange(review),
    levelName(target),
    metCount(review),
  );
  return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: `$(checklist)${gap}${through}${title}`,
    command: commandIds.focusChecklist,
    tooltip: [...review.hire.reasons, ...review.level.reasons].map(reasonWords).join('\n'),
  });
}

function sectionLenses({ document, review }: Judged): readonly vscode.CodeLens[] {
  return review.sections.flatMap(({ heading, start, end }) => {
    if (!heading) return [];
    const { earned, missing } = standingOf(review, { start, end, heading });
    if (earned.length === 0 && missing.length === 0) return [];
    const parts = [
      ...(earned.length > 0 ? [`$(pass-filled)${gap}${named(earned)}`] : []),
      ...(missing.length > 0
        ? [`$(circle-large-outline)${gap}${vscode.l10n.t('missing here: {0}', named(missing))}`]
        : []),
    ];
    const both = [...missing, ...earned];
    return new vscode.CodeLens(toRange(document, heading), {
      title: parts.join(`${gap}${gap}${gap}`),
      command: commandIds.explain,
      arguments: [both.map(({ ref }) => ref)],
      tooltip: both.map(({ title, hint }) => `${title}: ${hint}`).join('\n'),
    });
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly heading: { readonly start: number };
}

/** What a section's own words earn, and what the text lacks that belongs there. */
function standingOf(review: Review, { start, end, heading }: Place) {
  const earned = review.criteria
    .filter(
      ({ criterion, status, evidence }) =>
        criterion.weight > 0 &&
        status === 'met' &&
        evidence[0] &&
        evidence[0].start >= start &&
        evidence[0].start < end,
    )
    .map(({ criterion }) => criterion);
  const missing = expectedCriteria(review)
    .filter(
      ({ status, anchor, dismissed }) =>
        status === 'missing' && dismissed === undefined && anchor.start === heading.start,
    )
    .map(({ criterion }) => criterion);
  return { earned, missing };
}

/** A lens is one line: two names and how many more. */
function named(criteria: readonly { readonly title: string }[]): string {
  const names = criteria
    .slice(0, 2)
    .map(({ title }) => title)
    .join(', ');
  const more = criteria.length - 2;
  return more > 0 ? vscode.l10n.t('{0} and {1} more', names, more) : names;
}
