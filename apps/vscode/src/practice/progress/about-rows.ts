import type { Compensation, Level, Pack, Promotion, ReadingItem, Source } from '@rubricate/core/model';
import { claimOf, disputesOf, type PracticeTarget } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { claimLine, factLines, interestWords, sourceLine, sourceWords, stateName } from '../../explain/claim-words.ts';
import { escapeMarkdown, levelTitle, readingName } from '../../wording.ts';
import { group, noteLines, said, statementRow, type Telling } from './about-parts.ts';
import { amountName, measureName } from './money-words.ts';
import { roleRow } from './role-rows.ts';
import { type ProgressRow, plain } from './row.ts';

/** What the sources tell about the role and its loop, folded away: each row says in its tooltip who says so. */
export function aboutRow(target: PracticeTarget, packs: readonly Pack[]): ProgressRow {
  const { pack, level } = target;
  const telling: Telling = { pack, packs };
  const rows = [
    roleRow(telling),
    group(
      'levels',
      vscode.l10n.t('Levels'),
      'milestone',
      pack.levels.map((one) => levelRow(one, level, telling)),
    ),
    group(
      'pay',
      vscode.l10n.t('Pay'),
      'credit-card',
      (pack.compensation ?? []).map((one) => payRow(one, telling)),
    ),
    group(
      'promotions',
      vscode.l10n.t('Promotions'),
      'arrow-up',
      (pack.promotions ?? []).map((one) => promotionRow(one, telling)),
    ),
    group('time', vscode.l10n.t('Time and silence'), 'watch', timeRows(telling)),
    group(
      'reading',
      vscode.l10n.t('Reading'),
      'book',
      (pack.reading ?? []).map((one) => readingRow(one, telling)),
    ),
    group('accounts', vscode.l10n.t('Where accounts differ'), 'git-compare', accountRows(telling)),
    group('sources', vscode.l10n.t('Sources'), 'references', (pack.sources ?? []).map(sourceRow)),
  ].filter(({ rows: inside }) => inside.length > 0);
  const label = vscode.l10n.t('About this loop');
  const contents = rows.map((row) => row.label).join(', ');
  return {
    ...plain,
    id: 'about',
    label,
    tooltip: [
      `**${escapeMarkdown(pack.title)}**`,
      escapeMarkdown(pack.about),
      ...(pack.loop ? [escapeMarkdown(pack.loop.about), claimLine(claimOf(pack, pack.loop, packs))] : []),
    ]
      .filter(Boolean)
      .join('\n\n'),
    spoken: `${label}: ${contents}`,
    icon: 'info',
    kind: 'about',
    rows,
  };
}

function levelRow(level: Level, target: Level, telling: Telling): ProgressRow {
  const { bar, summary, expects } = level;
  const own = level === target ? [vscode.l10n.t('your target')] : [];
  return said(
    {
      label: levelTitle(level),
      description: [readingName(bar), ...own].join(' · '),
      lines: [escapeMarkdown(summary), expects.map((line) => `- ${escapeMarkdown(line)}`).join('\n')],
      sourced: level,
    },
    telling,
  );
}

function payRow(pay: Compensation, telling: Telling): ProgressRow {
  const others = (telling.pack.compensation ?? []).filter(
    ({ id, disagreesWith }) => pay.disagreesWith?.includes(id) || disagreesWith?.includes(pay.id),
  );
  const against = others.map(
    (other) =>
      `${vscode.l10n.t('Another account:')} ${escapeMarkdown(other.text)} ${claimLine(claimOf(telling.pack, other, telling.packs))}`,
  );
  const amount = amountName(pay);
  return said(
    {
      label: [pay.level, amount ?? pay.text].filter(Boolean).join(': '),
      description: [stateName(pay.state), measureName(pay.measure)].join(' · '),
      lines: [
        ...(amount === undefined ? [] : [escapeMarkdown(pay.text)]),
        ...(pay.includes === undefined ? [] : [vscode.l10n.t('Includes: {0}', escapeMarkdown(pay.includes))]),
        ...noteLines(pay.note),
      ],
      sourced: pay,
      after: against,
    },
    telling,
  );
}

function promotionRow(promotion: Promotion, telling: Telling): ProgressRow {
  const { from, to, about, asks = [], time = [] } = promotion;
  const step = [from, to].filter(Boolean).join(' → ');
  return said(
    {
      label: step || vscode.l10n.t('Every step'),
      description: time.map(({ text }) => text).join('; '),
      lines: [
        escapeMarkdown(about),
        asks.map(({ text }) => `- ${escapeMarkdown(text)}`).join('\n'),
        ...time.map((one) =>
          [escapeMarkdown(one.text), ...noteLines(one.note), claimLine(claimOf(telling.pack, one, telling.packs))]
            .filter(Boolean)
            .join(' '),
        ),
      ],
      sourced: promotion,
    },
    telling,
  );
}

function timeRows(telling: Telling): readonly ProgressRow[] {
  const { loop } = telling.pack;
  if (!loop) return [];
  const spans = (loop.elapsed ?? []).map((span) =>
    said(
      {
        label: span.text,
        lines: [
          vscode.l10n.t('Counted from {0} to {1}.', escapeMarkdown(span.from), escapeMarkdown(span.to)),
          ...noteLines(span.note),
        ],
        sourced: span,
      },
      telling,
    ),
  );
  return [
    ...spans,
    ...(loop.pacing ?? []).map((one) => statementRow(one, telling, vscode.l10n.t('pace'))),
    ...(loop.silence ?? []).map((one) => statementRow(one, telling, vscode.l10n.t('silence'))),
  ];
}

function readingRow(item: ReadingItem, telling: Telling): ProgressRow {
  const { title, about, url, found, note } = item;
  return said(
    {
      label: title,
      description: foundName(found),
      lines: [
        escapeMarkdown(about),
        ...(url === undefined ? [] : [`[${escapeMarkdown(url)}](${url})`]),
        ...noteLines(note),
      ],
      sourced: item,
    },
    telling,
  );
}

function foundName(found: ReadingItem['found']): string {
  switch (found) {
    case 'found':
      return '';
    case 'not-found':
      return vscode.l10n.t('not found in public');
    case 'not-looked-for':
      return vscode.l10n.t('not looked for');
  }
}

/** Doubts about the accounts as such, then each disputed fact with what others say. */
function accountRows(telling: Telling): readonly ProgressRow[] {
  const { pack, packs } = telling;
  const notes = (pack.loop?.notes ?? []).map((one) => statementRow(one, telling));
  const disputes = disputesOf(pack, packs).map((dispute) => ({
    ...said({ label: dispute.fact.text, description: stateName(dispute.fact.state), sourced: dispute.fact }, telling),
    tooltip: factLines(dispute).join('\n'),
    rows: dispute.against.map(({ fact }, index) => ({
      ...statementRow(fact, telling, vscode.l10n.t('another account')),
      id: `about/accounts/${dispute.fact.id}/${index}`,
    })),
  }));
  return [...notes, ...disputes];
}

function sourceRow(source: Source): ProgressRow {
  const description = sourceWords(source, undefined);
  const note = source.note === undefined ? '' : escapeMarkdown(source.note);
  return {
    ...plain,
    id: '',
    label: source.title,
    description,
    tooltip: [sourceLine(source), note].filter(Boolean).join('\n\n'),
    spoken: [source.title, description, interestWords(source)].filter(Boolean).join(', '),
    kind: 'about.row',
  };
}
