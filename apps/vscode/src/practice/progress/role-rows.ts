import * as vscode from 'vscode';
import { escapeMarkdown } from '../../wording.ts';
import { group, noteLines, type Statement, said, statementRow, type Telling } from './about-parts.ts';
import type { ProgressRow } from './row.ts';

/** What the role is and is not. */
export function roleRow(telling: Telling): ProgressRow {
  const { profile } = telling.pack;
  const label = vscode.l10n.t('The role');
  if (!profile) return group('role', label, 'person', []);
  const part = (id: string, title: string, statements: readonly Statement[] | undefined): readonly ProgressRow[] =>
    statements?.length
      ? [
          {
            ...group(
              `role/${id}`,
              title,
              '',
              statements.map((one) => statementRow(one, telling)),
            ),
            icon: undefined,
          },
        ]
      : [];
  const contrasts = (profile.contrasts ?? []).map(({ title, counts, doesNot, note, ...sourced }) =>
    said(
      {
        label: title,
        lines: [
          [
            `| ${vscode.l10n.t('Counts')} | ${vscode.l10n.t('Does not')} |`,
            '|---|---|',
            ...Array.from(
              { length: Math.max(counts.length, doesNot.length) },
              (_, row) => `| ${escapeMarkdown(counts[row] ?? '')} | ${escapeMarkdown(doesNot[row] ?? '')} |`,
            ),
          ].join('\n'),
          ...noteLines(note),
        ],
        sourced,
      },
      telling,
    ),
  );
  const rows = [
    statementRow(profile.summary, telling),
    ...(profile.reportsTo ? [statementRow(profile.reportsTo, telling, vscode.l10n.t('reports to'))] : []),
    ...part('owns', vscode.l10n.t('Decides'), profile.owns),
    ...part('does-not-own', vscode.l10n.t('Does not decide'), profile.doesNotOwn),
    ...part('measured-by', vscode.l10n.t('Measured by'), profile.measuredBy),
    ...part('day', vscode.l10n.t('Its days'), profile.dayToDay),
    ...part('suits', vscode.l10n.t('Suits'), profile.suits),
    ...part('does-not-suit', vscode.l10n.t('Does not suit'), profile.doesNotSuit),
    ...(contrasts.length === 0
      ? []
      : [
          {
            ...group('role/contrasts', vscode.l10n.t('What counts and what does not'), '', contrasts),
            icon: undefined,
          },
        ]),
  ];
  // The parts keep the ids they have, so that what is folded stays folded.
  return {
    ...group('role', label, 'person', rows),
    description: '',
    tooltip: escapeMarkdown(profile.summary.text),
    rows: rows.map((row, index) => (row.id === '' ? { ...row, id: `about/role/${index}` } : row)),
  };
}
