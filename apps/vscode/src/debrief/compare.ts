import { type AttemptRecorded, type SideBySide, sideBySide } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { attemptsScheme, isOwnPage } from '../judged-documents.ts';
import { messages } from '../messages.ts';
import { escapeMarkdown, readingName, signalName, statusName } from '../wording.ts';
import {
  attemptAsked,
  attemptsNow,
  attemptUri,
  findAttempt,
  momentOf,
  pickAttempt,
  pickQuestion,
  questionAsked,
  titleOf,
} from './attempts.ts';
import type { DebriefHost } from './debrief.ts';

/**
 * "Compare Attempts": the texts of two attempts of a question as the editor shows a change, and beside them a page with
 * what each of them earned. An attempt that is named is compared with the one before it.
 */
export async function compareAttempts(host: DebriefHost, asked: unknown): Promise<void> {
  const attempts = await attemptsNow(host);
  const named = findAttempt(attempts, attemptAsked(asked) ?? '');
  const title = vscode.l10n.t('Compare attempts');
  const question = named?.question ?? questionAsked(asked) ?? (await pickQuestion(host, attempts, 2, title));
  if (question === undefined) return;
  const all = attempts.get(question) ?? [];
  if (all.length < 2) {
    void messages.showInformationMessage(
      vscode.l10n.t('Two attempts of a question can be compared; of this one there are fewer yet.'),
    );
    return;
  }
  const pair = named ? besides(named, all) : await pickPair(all, title);
  if (!pair) return;
  const [earlier, later] = pair;
  const name = titleOf(question, await host.services.packs.library());
  await vscode.commands.executeCommand(
    'vscode.diff',
    attemptUri(earlier),
    attemptUri(later),
    vscode.l10n.t('{0}: {1} and {2}', name, momentOf(earlier), momentOf(later)),
    { preview: true } satisfies vscode.TextDocumentShowOptions,
  );
  const group = vscode.window.tabGroups.all.find(({ isActive, tabs }) => !isActive && tabs.some(isOwnPage));
  await vscode.commands.executeCommand('vscode.open', pageUri(earlier, later), {
    viewColumn: group?.viewColumn ?? vscode.ViewColumn.Beside,
    preview: true,
    preserveFocus: true,
  } satisfies vscode.TextDocumentShowOptions);
}

type Pair = readonly [earlier: AttemptRecorded, later: AttemptRecorded];

/** An attempt with the one before it or, for the first, the one after. */
function besides(named: AttemptRecorded, all: readonly AttemptRecorded[]): Pair | undefined {
  const at = Math.max(1, all.indexOf(named));
  const [earlier, later] = [all[at - 1], all[at]];
  return earlier && later && [earlier, later];
}

async function pickPair(all: readonly AttemptRecorded[], title: string): Promise<Pair | undefined> {
  const [first, second] = all;
  if (all.length === 2 && first && second) return [first, second];
  const later = await pickAttempt(all.slice(1), title, vscode.l10n.t('Choose the later attempt'));
  if (!later) return undefined;
  const earlier = await pickAttempt(
    all.slice(0, all.indexOf(later)),
    title,
    vscode.l10n.t('Choose the attempt to compare it with'),
  );
  return earlier && [earlier, later];
}

function pageUri(earlier: AttemptRecorded, later: AttemptRecorded): vscode.Uri {
  const name = later.question.slice(later.question.lastIndexOf('/') + 1);
  const query = new URLSearchParams({ earlier: earlier.id, later: later.id }).toString();
  return vscode.Uri.from({ scheme: attemptsScheme, path: `/${name}.attempts.md`, query });
}

/** What two attempts earned, side by side, as Markdown. */
export async function comparisonPage(host: DebriefHost, uri: vscode.Uri): Promise<string> {
  const query = new URLSearchParams(uri.query);
  const attempts = await attemptsNow(host);
  const [earlier, later] = ['earlier', 'later'].map((side) => findAttempt(attempts, query.get(side) ?? ''));
  if (!earlier || !later) return vscode.l10n.t('This attempt is no longer in the journal.');
  const library = await host.services.packs.library();
  const titles = new Map(
    [earlier, later].flatMap(({ pack }) =>
      [...(library.lens(pack)?.rubrics.values() ?? [])].flatMap(({ criteria, pitfalls }) =>
        [...criteria, ...pitfalls].map(({ ref, title }) => [ref, title] as const),
      ),
    ),
  );
  const rows = sideBySide(earlier, later);
  const once = rows.filter((row) => row.earlier === undefined || row.later === undefined);
  const changed = rows.filter((row) => row.earlier !== row.later && !once.includes(row));
  const same = rows.filter((row) => row.earlier === row.later);
  const table = (title: string, of: readonly SideBySide[]): readonly string[] =>
    of.length === 0
      ? []
      : [
          `## ${title}`,
          [
            row('', momentOf(earlier), momentOf(later)),
            '|---|---|---|',
            ...of.map((one) => row(titles.get(one.ref) ?? one.ref, stateName(one.earlier), stateName(one.later))),
          ].join('\n'),
        ];
  const parts = [
    `# ${escapeMarkdown(vscode.l10n.t('{0}: two attempts', titleOf(later.question, library)))}`,
    ...(earlier.level === later.level && earlier.pack === later.pack
      ? []
      : [escapeMarkdown(vscode.l10n.t('They were aimed at different levels, so they were held to different bars.'))]),
    verdicts(earlier, later),
    ...(changed.length === 0 ? [vscode.l10n.t('Nothing that is judged differs.')] : []),
    ...table(vscode.l10n.t('What differs'), changed),
    ...table(vscode.l10n.t('What stayed as it was'), same),
    ...table(vscode.l10n.t('Judged in one of them only'), once),
  ];
  return `${parts.join('\n\n')}\n`;
}

function verdicts(earlier: AttemptRecorded, later: AttemptRecorded): string {
  const both = (label: string, of: (attempt: AttemptRecorded) => string): string => row(label, of(earlier), of(later));
  return [
    both('', momentOf),
    '|---|---|---|',
    both(vscode.l10n.t('Level'), ({ level }) => level),
    both(vscode.l10n.t('Hire signal'), ({ review }) => signalName(review.hire.signal)),
    both(vscode.l10n.t('Reads as'), ({ review }) => readingName(review.reading.bar)),
    both(vscode.l10n.t('Words'), ({ review }) => String(review.words)),
  ].join('\n');
}

function stateName(state: SideBySide['earlier']): string {
  switch (state) {
    case undefined:
      return vscode.l10n.t('not judged');
    case 'present':
      return vscode.l10n.t('pitfall stands');
    case 'absent':
      return vscode.l10n.t('no pitfall');
    default:
      return statusName(state);
  }
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
}
