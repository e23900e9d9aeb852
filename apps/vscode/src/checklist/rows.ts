import type { CriterionReview, DimensionReview, PitfallReview, Review } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { reasonWords } from '../reason-words.ts';
import type { Judged } from '../services.ts';
import { hireRange, levelName, levelRange, readingName, statusName } from '../wording.ts';
import { lensRows, offRows, turnedPitfall, turnedRow } from './lens-rows.ts';
import { plainRow, type Row, type RowIcon } from './row.ts';

/** The checklist of a judged answer: what it comes to, then the dimensions, weakest first, then the pitfalls. */
export function rowsOf(judged: Judged): readonly Row[] {
  const { review } = judged;
  return [
    ...lensRows(judged),
    ...headRows(review),
    ...review.dimensions.map((dimension) => dimensionRow(dimension, judged)),
    pitfallsRow(judged),
    ...offRows(review),
  ];
}

function headRows(review: Review): readonly Row[] {
  return [
    headRow({
      id: 'hire',
      label: hireRange(review),
      description: vscode.l10n.t('hire signal'),
      icon: 'signal',
      reasons: review.hire.reasons.map(reasonWords),
    }),
    headRow({
      id: 'level',
      label: capitalised(levelRange(review)),
      description: vscode.l10n.t('level, aims at {0}', levelName(review.target)),
      icon: 'level',
      reasons: review.level.reasons.map(reasonWords),
    }),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

interface Head {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon;
  readonly reasons: readonly string[];
}

function headRow({ id, label, description, icon, reasons }: Head): Row {
  const rows = reasons.map((reason, index) => plainRow(`${id}/${index}`, reason));
  return {
    ...plainRow(id, label),
    description,
    icon,
    tooltip: reasons.join('\n'),
    spoken: [label, description, ...reasons].join(', '),
    rows,
  };
}

function dimensionRow(dimension: DimensionReview, judged: Judged): Row {
  const own = judged.review.criteria.filter(
    ({ criterion }) => criterion.dimension === dimension.id && criterion.weight > 0,
  );
  const asked = own.filter(({ expected }) => expected);
  const plus = own.filter(({ expected }) => !expected);
  const description =
    dimension.total > 0
      ? vscode.l10n.t('{0} of {1}', dimension.met, dimension.total)
      : vscode.l10n.t('a plus at this level');
  return {
    ...plainRow(`dimension/${dimension.id}`, dimension.title),
    description,
    tooltip: vscode.l10n.t(
      '{0}: {1} met, {2} partly met, of {3}',
      dimension.title,
      dimension.met,
      dimension.partial,
      dimension.total,
    ),
    spoken: vscode.l10n.t(
      '{0}: {1} met, {2} partly met, of {3}',
      dimension.title,
      dimension.met,
      dimension.partial,
      dimension.total,
    ),
    kind: 'dimension',
    open: true,
    rows: [...asked, ...plus].map((criterion) => criterionRow(criterion, judged)),
  };
}

function criterionRow(one: CriterionReview, judged: Judged): Row {
  const { criterion, status, expected, evidence, anchor, dismissed } = one;
  const description = criterionDescription(one, judged);
  const advice = status === 'met' ? criterion.bars[judged.target.bar] : criterion.hint;
  const isPlus = !expected && status !== 'met';
  return {
    id: criterion.ref,
    label: criterion.title,
    description,
    tooltip: `${criterion.title}: ${statusName(status)}\n\n${advice}${dismissed ? `\n\n${vscode.l10n.t('Dismissed: {0}', dismissed)}` : ''}`,
    // The description may be the status itself, which is said once.
    spoken: [...new Set([criterion.title, statusName(status), description, advice])].join(', '),
    icon: dismissed !== undefined && status !== 'met' ? 'dismissed' : isPlus ? 'plus' : status,
    kind: `criterion.${status}${criterion.frame ? '.frame' : ''}`,
    ref: criterion.ref,
    place: evidence[0] ?? { start: anchor.start, end: anchor.start },
    open: false,
    rows: [],
  };
}

/** "2 quotes · line 14", "partly · line 3", "missing", "a plus at staff". */
function criterionDescription(
  { criterion, status, expected, evidence, dismissed }: CriterionReview,
  { document }: Judged,
): string {
  const first = evidence[0];
  const line = first ? [vscode.l10n.t('line {0}', document.positionAt(first.start).line + 1)] : [];
  const quotes = evidence.length === 1 ? vscode.l10n.t('1 quote') : vscode.l10n.t('{0} quotes', evidence.length);
  const plus = expected ? [] : [vscode.l10n.t('a plus at {0}', readingName(criterion.from))];
  if (dismissed !== undefined && status !== 'met') return vscode.l10n.t('dismissed');
  switch (status) {
    case 'met':
      return [quotes, ...line, ...plus].join(' · ');
    case 'partial':
      return [vscode.l10n.t('partly'), ...line, ...plus].join(' · ');
    case 'missing':
      return expected ? statusName(status) : plus.join('');
  }
}

function pitfallsRow(judged: Judged): Row {
  const present = judged.review.pitfalls.filter(
    // Those of absence wait until the text is finished, here as in the hints.
    ({ present: isPresent, pitfall }) => isPresent && (judged.finished || !pitfall.absence),
  );
  const against = present.filter(({ pitfall }) => pitfall.weight > 0);
  const turned = judged.review.criteria.filter(({ criterion, status }) => criterion.weight < 0 && status !== 'missing');
  const label = vscode.l10n.t('Pitfalls');
  const count = against.length + turned.length;
  const description = count === 0 ? vscode.l10n.t('none') : String(count);
  return {
    ...plainRow('pitfalls', label),
    description,
    spoken: `${label}: ${description}`,
    kind: 'pitfalls',
    open: true,
    rows: [
      ...turned.map((criterion) => turnedRow(criterion, judged)),
      ...against.map((pitfall) => pitfallRow(pitfall, judged)),
      ...present
        .filter(({ pitfall }) => pitfall.weight < 0)
        .map((pitfall) => ({ ...pitfallRow(pitfall, judged), ...turnedPitfall(pitfall) })),
    ],
  };
}

function pitfallRow({ pitfall, evidence, anchor, dismissed }: PitfallReview, { document }: Judged): Row {
  const place = evidence[0] ?? { start: anchor.start, end: anchor.start };
  const where = evidence[0]
    ? vscode.l10n.t('line {0}', document.positionAt(place.start).line + 1)
    : vscode.l10n.t('nowhere in the text');
  const description = dismissed === undefined ? where : vscode.l10n.t('dismissed');
  return {
    id: pitfall.ref,
    label: pitfall.title,
    description,
    tooltip: `${pitfall.title}\n\n${pitfall.hint}`,
    spoken: [vscode.l10n.t('Pitfall'), pitfall.title, description, pitfall.hint].join(', '),
    icon: dismissed === undefined ? 'pitfall' : 'dismissed',
    kind: 'pitfall',
    ref: pitfall.ref,
    place,
    open: false,
    rows: [],
  };
}
