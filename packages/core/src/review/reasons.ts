import type { Bar, HireSignal, LevelReading } from '../model/index.ts';
import type { Nature } from './nature.ts';

/** Titles with how many more there are; a reason names a few and counts the rest. */
export interface Named {
  readonly titles: readonly string[];
  readonly more: number;
}

/** Why a hire signal or a level reading is what it is: what it says, not yet in words, so that it can be said in any language. */
export type ReviewReason =
  | { readonly code: 'expected-met'; readonly met: number; readonly expected: number }
  | ({ readonly code: 'missing' } & Named)
  | ({ readonly code: 'pitfalls' } & Named)
  /** It reads as a bar under the one aimed at. */
  | { readonly code: 'under-bar'; readonly reading: LevelReading; readonly atMost: HireSignal }
  | { readonly code: 'too-short'; readonly words: number; readonly from: number; readonly atMost: HireSignal }
  /** One criterion that is missing, or one pitfall that stands, holds the signal. */
  | { readonly code: 'gate-missing' | 'gate-stands'; readonly title: string; readonly atMost: HireSignal }
  /** It is no answer at all. */
  | { readonly code: 'nature'; readonly nature: Exclude<Nature, 'answer'> }
  /** It answers something else than what was asked. */
  | { readonly code: 'elsewhere'; readonly kind: 'subject' | 'story'; readonly said: number; readonly of: number }
  | { readonly code: 'bar-met'; readonly bar: Bar; readonly met: number; readonly of: number }
  | {
      readonly code: 'next-bar';
      readonly bar: Bar;
      readonly edits: readonly { readonly title: string; readonly inPart: boolean }[];
      readonly isEnough: boolean;
    };

const mostNamed = 4;

export function named(titles: readonly string[]): Named {
  return { titles: titles.slice(0, mostNamed), more: Math.max(0, titles.length - mostNamed) };
}

/** A reason in English, for the command. An editor words it in its user's language. */
export function reasonText(reason: ReviewReason): string {
  switch (reason.code) {
    case 'expected-met':
      return `${reason.met} of the ${reason.expected} criteria expected at this level are met.`;
    case 'missing':
      return `Missing: ${listed(reason)}.`;
    case 'pitfalls':
      return `Pitfalls: ${listed(reason)}.`;
    case 'under-bar':
      return `The answer reads ${reason.reading === 'below' ? 'below mid' : `as ${reason.reading}`}, under the bar aimed at, which holds the signal at ${reason.atMost}.`;
    case 'too-short':
      return `With ${reason.words} words of its own it is too short to carry more than ${reason.atMost}; from ${reason.from} on it can.`;
    case 'gate-missing':
      return `${reason.title} is missing, which holds the signal at ${reason.atMost}.`;
    case 'gate-stands':
      return `${reason.title} stands, which holds the signal at ${reason.atMost}.`;
    case 'nature':
      return natureTexts[reason.nature];
    case 'elsewhere':
      return reason.kind === 'subject'
        ? `The text speaks of ${reason.said} of the ${reason.of} things this question is about; it reads as an answer to another one, which holds the signal at lean-no.`
        : `${reason.said} of its ${reason.of} sentences tell what you did; this asks for something that happened, which holds the signal at lean-no.`;
    case 'bar-met':
      return `${reason.bar}: ${reason.met} of ${reason.of} criteria met.`;
    case 'next-bar': {
      const edits = reason.edits.map(({ title, inPart }) => (inPart ? `${title} in full` : title)).join(' and ');
      return reason.isEnough
        ? `What would move this to ${reason.bar}: ${edits}.`
        : `Towards ${reason.bar}, first: ${edits}; more is missing after these.`;
    }
  }
}

function listed({ titles, more }: Named): string {
  return more === 0 ? titles.join(', ') : `${titles.join(', ')} and ${more} more`;
}

/** Why a text that is no answer earns nothing. */
const natureTexts: Readonly<Record<Exclude<Nature, 'answer'>, string>> = {
  disordered: 'The words stand in an order that makes no sentences, so nothing in the text counts.',
  glossary:
    'Most sentences define a term. A definition is true of any system; say what yours does and why, and it will be judged.',
  'word-list':
    'Most of the text is terms in a row. Say in sentences what each does here and why, and it will be judged.',
  denial: 'Nearly every sentence denies or puts off what it names. Say what you do, and it will be judged.',
};
