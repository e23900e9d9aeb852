import {
  type CardCounts,
  type CardsToday,
  cardsToday,
  type DayTiming,
  type DeckCard,
  dailyCards,
  interviewRetention,
  type Progress,
  quizStatistics,
  rampDays,
  usualRetention,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../wording.ts';
import { topicName } from './choose-cards.ts';

/** What is known of a deck, topic by topic, as Markdown. It counts what there is and praises or blames nothing. */
export function statisticsPage(deck: readonly DeckCard[], progress: Progress, timing: DayTiming): string {
  const title = `# ${vscode.l10n.t('Quiz statistics')}`;
  if (deck.length === 0) {
    return `${title}\n\n${vscode.l10n.t('No pack that is loaded has quiz cards for this target.')}\n`;
  }
  const { all, topics } = quizStatistics(deck, progress, timing);
  const { due, fresh, answered } = cardsToday(deck, progress, timing);
  const withDate = all.atInterview !== undefined;
  const row = (name: string, counts: CardCounts): string =>
    line([
      name,
      String(counts.cards),
      String(counts.seen),
      String(counts.due),
      percent(counts.retention),
      ...(withDate ? [percent(counts.atInterview)] : []),
      ...(all.suspended > 0 ? [String(counts.suspended)] : []),
    ]);
  const head = [
    vscode.l10n.t('Topic'),
    vscode.l10n.t('Cards'),
    vscode.l10n.t('Seen'),
    vscode.l10n.t('Due'),
    vscode.l10n.t('Known now'),
    ...(withDate ? [vscode.l10n.t('Known on the day')] : []),
    ...(all.suspended > 0 ? [vscode.l10n.t('Suspended')] : []),
  ];
  const explained = [
    vscode.l10n.t(
      'Known now is how likely a card that you have seen is answered right today, as spaced repetition (FSRS) estimates it from your answers.',
    ),
    ...(withDate
      ? [
          vscode.l10n.t(
            'Known on the day is the same for the day of the interview, if you answered no card until then.',
          ),
        ]
      : []),
  ];
  return `${[
    title,
    `${todayText({ due, fresh, answered })} ${dailyText()}`,
    retentionText(timing.interview !== undefined && timing.interview > timing.now),
    [
      line(head),
      line(head.map((_, column) => (column === 0 ? '---' : '---:'))),
      ...topics.map((topic) => row(escapeMarkdown(topicName(topic.topic)), topic)),
      row(`**${vscode.l10n.t('All')}**`, all),
    ].join('\n'),
    explained.join(' '),
  ].join('\n\n')}\n`;
}

export function todayText({ answered, due, fresh }: CardsToday): string {
  return vscode.l10n.t('Today: {0} answered, {1} due, {2} new.', answered, due, fresh);
}

export function dailyText(): string {
  return vscode.l10n.t('A day asks for {0} cards at most; what is due beyond them waits.', dailyCards);
}

/** When a card comes back, and what an interview that lies ahead changes. */
function retentionText(isAhead: boolean): string {
  const usual = percent(usualRetention);
  return isAhead
    ? vscode.l10n.t(
        'A card comes back when the chance that you still know it has fallen to {0}; over the {1} days before the interview that rises to {2}.',
        usual,
        rampDays,
        percent(interviewRetention),
      )
    : vscode.l10n.t('A card comes back when the chance that you still know it has fallen to {0}.', usual);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number | undefined): string {
  return share === undefined
    ? '–'
    : share.toLocaleString(vscode.env.language, { style: 'percent', maximumFractionDigits: 0 });
}
