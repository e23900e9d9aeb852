import type { CriterionReview, PitfallReview, Review } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { lensName } from '../lens/lens-words.ts';
import type { Judged } from '../services.ts';
import { plainRow, type Row } from './row.ts';

/** The lens that was chosen in place of the answer's own, or why it cannot judge the text. */
export function lensRows({ target, otherLens }: Judged): readonly Row[] {
  if (!otherLens) return [];
  const { own, unknown, problem } = otherLens;
  const label = problem === undefined ? lensName(target) : vscode.l10n.t('Its own lens');
  const description =
    problem === undefined ? vscode.l10n.t('judged through this lens') : vscode.l10n.t('the other cannot judge this');
  const notes = [
    ...(problem === undefined ? [] : [problem]),
    ...(unknown.length === 0
      ? []
      : [vscode.l10n.t('This lens does not know the rubric {0}, so what it adds is not judged.', unknown.join(', '))]),
    vscode.l10n.t("The answer's own lens is {0}. Nothing is written into the file.", lensName(own)),
  ];
  return [
    {
      ...plainRow('lens', label),
      description,
      icon: 'lens',
      kind: 'lens',
      tooltip: [label, ...notes].join('\n\n'),
      spoken: [label, description, ...notes].join(', '),
      open: problem !== undefined || unknown.length > 0,
      rows: notes.map((note, index) => plainRow(`lens/${index}`, note)),
    },
  ];
}

/** A criterion whose sign the role turns: what earns it elsewhere speaks against the answer here. */
export function turnedRow({ criterion, evidence, anchor }: CriterionReview, { document }: Judged): Row {
  const place = evidence[0] ?? { start: anchor.start, end: anchor.start };
  const line = vscode.l10n.t('line {0}', document.positionAt(place.start).line + 1);
  const description = [vscode.l10n.t('counts against you here'), line].join(' · ');
  const why = criterion.override?.why ?? '';
  return {
    ...plainRow(criterion.ref, criterion.title),
    description,
    tooltip: [criterion.title, why].filter(Boolean).join('\n\n'),
    spoken: [criterion.title, description, why].filter(Boolean).join(', '),
    icon: 'pitfall',
    kind: 'criterion.met.turned',
    ref: criterion.ref,
    place,
  };
}

export function turnedPitfall({ pitfall }: PitfallReview): Pick<Row, 'description' | 'icon' | 'tooltip' | 'spoken'> {
  const description = vscode.l10n.t('counts for you here');
  const why = pitfall.override?.why ?? '';
  return {
    description,
    icon: 'met',
    tooltip: [pitfall.title, why].filter(Boolean).join('\n\n'),
    spoken: [pitfall.title, description, why].filter(Boolean).join(', '),
  };
}

/** What the role switches off, with its reason, folded away. */
export function offRows({ criteria, pitfalls }: Review): readonly Row[] {
  const off = [...criteria.map(({ criterion }) => criterion), ...pitfalls.map(({ pitfall }) => pitfall)].filter(
    ({ weight }) => weight === 0,
  );
  if (off.length === 0) return [];
  const label = vscode.l10n.t('Does not count here');
  return [
    {
      ...plainRow('off', label),
      description: String(off.length),
      spoken: `${label}: ${off.map(({ title }) => title).join(', ')}`,
      rows: off.map(({ ref, title, override }) => ({
        ...plainRow(ref, title),
        tooltip: [title, override?.why ?? ''].filter(Boolean).join('\n\n'),
        spoken: [title, label, override?.why ?? ''].filter(Boolean).join(', '),
        icon: 'off' as const,
        kind: 'criterion.off',
        ref,
      })),
    },
  ];
}
