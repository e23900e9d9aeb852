import {
  type CardReported,
  type DealtCard,
  type ExplanationPage,
  type OwnSentence,
  type QuizMove,
  rightAnswer,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { interestWords, sourceWords } from '../../explain/claim-words.ts';
import { chosenText } from './card-words.ts';
import { inRows, type MoveItem, pick } from './quick-input.ts';

const next: QuizMove = { kind: 'next' };

/** What the rows of an explanation do beside moving. */
type Action = QuizMove | { readonly kind: 'ask-reason' } | { readonly kind: 'open'; readonly sentence: OwnSentence };
type Row = MoveItem<Action>;

/** Finds and opens sentences of the person's own that say what was answered wrongly. */
export interface OwnSentences {
  find(page: ExplanationPage): Promise<OwnSentence | undefined>;
  open(sentence: OwnSentence): Promise<void>;
}

/** What follows an answer: whether it was right, what is right in full, why, and who says so. */
export async function showExplanation(page: ExplanationPage, of: number, own?: OwnSentences): Promise<QuizMove> {
  const { number, card: dealt, answer } = page;
  const { card } = dealt;
  const verdict = answer.right ? vscode.l10n.t('Right') : vscode.l10n.t('Not right');
  const onward: Row = {
    label: number < of ? `$(arrow-right) ${vscode.l10n.t('Next card')}` : `$(checklist) ${vscode.l10n.t('Score')}`,
    move: next,
    alwaysShow: true,
  };
  const sentence = answer.right ? undefined : await own?.find(page);
  for (;;) {
    const action = await pick<Action>({
      title: vscode.l10n.t('{0} · card {1} of {2} · {3}', verdict, number, of, card.skill),
      text: card.explanation,
      placeholder: vscode.l10n.t('Press Enter to go on, or go back to read the card again'),
      items: [
        onward,
        ...(sentence ? sentenceRows(sentence) : []),
        ...answerRows(page),
        ...sourceRows(dealt),
        ...cardRows(),
      ],
      active: onward,
      canGoBack: true,
    });
    if (action.kind === 'open') {
      await own?.open(action.sentence);
      return { kind: 'quit' };
    }
    if (action.kind !== 'ask-reason') return action;
    const report = await askReason(page);
    if (report) return report;
  }
}

/** The person's own words that rest on what was not right. */
function sentenceRows(sentence: OwnSentence): readonly Row[] {
  const file = sentence.name.slice(sentence.name.lastIndexOf('/') + 1);
  return [
    separator(vscode.l10n.t('your own text says so too')),
    {
      label: `$(go-to-file) ${vscode.l10n.t('Open your sentence in {0}', decodeURIComponent(file))}`,
      description: vscode.l10n.t('ends the quiz'),
      detail: sentence.sentence,
      move: { kind: 'open', sentence },
    },
  ];
}

/** What can be done about the card itself. */
function cardRows(): readonly Row[] {
  return [
    separator(vscode.l10n.t('this card')),
    { label: `$(discard) ${vscode.l10n.t('Undo this answer')}`, move: { kind: 'undo' } },
    {
      label: `$(circle-slash) ${vscode.l10n.t('Suspend this card')}`,
      description: vscode.l10n.t('it is asked no more until you resume it'),
      move: { kind: 'suspend' },
    },
    {
      label: `$(report) ${vscode.l10n.t('Report this card')}`,
      description: vscode.l10n.t('kept in your journal; nothing is sent'),
      move: { kind: 'ask-reason' },
    },
  ];
}

/** Undefined where the person changed their mind. */
async function askReason({ card: { card } }: ExplanationPage): Promise<QuizMove | undefined> {
  const reasons: readonly (readonly [CardReported['reason'], string])[] = [
    ['wrong', vscode.l10n.t('The answer or its explanation is wrong')],
    ['unclear', vscode.l10n.t('It is unclear what is asked')],
    ['outdated', vscode.l10n.t('It is no longer so')],
    ['other', vscode.l10n.t('Something else')],
  ];
  const action = await pick<QuizMove>({
    title: vscode.l10n.t('Report a card: {0}', card.skill),
    text: card.prompt,
    placeholder: vscode.l10n.t('What is the matter with it?'),
    items: reasons.map(([reason, label]) => ({ label, move: { kind: 'report', reason } as const })),
    canGoBack: true,
  });
  return action.kind === 'report' ? action : undefined;
}

/** The right answer first; beside it or below it, what was answered. */
function answerRows(page: ExplanationPage): readonly Row[] {
  const { card: dealt, answer } = page;
  const right = chosenText(dealt, rightAnswer(dealt.card));
  const own = chosenText(dealt, answer.chosen);
  const head = separator(
    right.length > 1 ? vscode.l10n.t('the right answer, in full') : vscode.l10n.t('the right answer'),
  );
  const inSteps = stepNotes(page);
  if (inSteps) return [head, ...right.flatMap((text, step) => saidOfStep(text, inSteps[step]))];
  const yours = vscode.l10n.t('your answer');
  // A number within its tolerance, or another word for a gap, is right as it was typed.
  if (answer.right && isTyped(dealt)) return [head, ...own.flatMap((text) => said('pass-filled', text, yours))];
  const wrong = own.filter((text) => !right.includes(text));
  return [
    head,
    ...right.flatMap((text) =>
      own.includes(text) ? said('pass-filled', text, yours) : said('circle-large-outline', text, ''),
    ),
    ...(wrong.length === 0
      ? []
      : [separator(vscode.l10n.t('not right')), ...wrong.flatMap((text) => said('close', text, yours))]),
  ];
}

/** Of a card that is answered in steps: for each step of the right answer what was answered instead; undefined where it was right. */
function stepNotes({
  card: { card },
  answer: { chosen },
}: ExplanationPage): readonly (string | undefined)[] | undefined {
  const given = Array.isArray(chosen) ? chosen : [];
  if (card.kind === 'order') {
    return card.items.map((_, item) => {
      const place = given.indexOf(item);
      return place === item ? undefined : vscode.l10n.t('you put it at {0}', place + 1);
    });
  }
  if (card.kind === 'match') {
    return card.items.map(({ target }, item) => {
      const own = given[item];
      return own === target ? undefined : vscode.l10n.t('you: {0}', card.targets[own ?? -1] ?? '');
    });
  }
  return undefined;
}

function saidOfStep(text: string, note: string | undefined): readonly Row[] {
  return said(note === undefined ? 'pass-filled' : 'circle-large-outline', text, note ?? '');
}

function isTyped({ card }: DealtCard): boolean {
  return card.kind === 'numeric' || card.kind === 'cloze';
}

function sourceRows({ card, source }: DealtCard): readonly Row[] {
  if (!source) return [];
  const interest = interestWords(source);
  return [
    separator(vscode.l10n.t('Source')),
    ...said('book', source.title, sourceWords(source, card.state)),
    ...(interest === undefined ? [] : said('megaphone', interest, '')),
  ];
}

function said(icon: string, text: string, description: string): readonly Row[] {
  return inRows<Row>(text, { label: text, icon, description, move: next });
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
