import {
  type CardPage,
  type CardReported,
  type ExplanationPage,
  type QuizMove,
  type QuizUi,
  rightAnswer,
  type ScorePage,
} from '@rubricate/core/practice';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { oneLine } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { answerText, askedText, askingText, optionsOf, readAnswer } from './card-text.ts';
import type { OwnPlace } from './own-texts.ts';

const quit: QuizMove = { kind: 'quit' };
const reasons: readonly CardReported['reason'][] = ['wrong', 'unclear', 'outdated', 'other'];

/** The quiz in a terminal: a page is printed, a line is read. Where the input ends, the quiz does. */
export function terminalUi(
  { io, width, color }: Printing,
  ownSentence: (page: ExplanationPage) => OwnPlace | undefined,
): QuizUi & { readonly close: () => Promise<void> } {
  const style = makeStyle(color);
  const lines = io.readLines()[Symbol.asyncIterator]();
  const print = (...text: readonly string[]): Promise<void> => io.out(`${text.join('\n')}\n`);
  /** Undefined at the end of the input. */
  const read = async (prompt: string): Promise<string | undefined> => {
    await io.out(
      `${wrap(prompt, width - 2)
        .map(style.quiet)
        .join('\n')}\n> `,
    );
    const { value, done } = await lines.next();
    await io.out('\n');
    return done ? undefined : value.trim();
  };
  /** Asks until what is typed makes a move. */
  const ask = async (prompt: string, moveOf: (typed: string) => QuizMove | string): Promise<QuizMove> => {
    for (;;) {
      const typed = await read(prompt);
      if (typed === undefined || typed === 'q') return quit;
      const move =
        typed === 'b' ? ({ kind: 'back' } as const) : typed === 'u' ? ({ kind: 'undo' } as const) : moveOf(typed);
      if (typeof move !== 'string') return move;
      await print(...wrap(move, width));
    }
  };

  const card = async ({ number, card: dealt, answer }: CardPage, of: number): Promise<QuizMove> => {
    await print(...wrap(`Card ${number} of ${of} · ${oneLine(dealt.card.skill)}`, width).map(style.strong), '');
    for (const paragraph of askedText(dealt)) await print(...wrap(paragraph.trim(), width), '');
    const options = optionsOf(dealt).flatMap((option, place) => hang(`  ${place + 1}  `, oneLine(option), width));
    if (options.length > 0) await print(...options, '');
    if (answer)
      return ask('Already answered. Enter shows the explanation; u undoes this answer.', () => ({ kind: 'next' }));
    return ask(`${askingText(dealt)}; b goes back, u undoes the last answer, q quits`, (typed) => {
      if (typed === '') return 'Type an answer, or q to end the quiz.';
      const reading = readAnswer(dealt, typed);
      return typeof reading === 'string' ? reading : { kind: 'answer', chosen: reading.chosen };
    });
  };

  const explanation = async (page: ExplanationPage): Promise<QuizMove> => {
    const { card: dealt, answer } = page;
    const rests = answer.right ? undefined : ownSentence(page);
    const { card: asked, source } = dealt;
    const verdict = answer.right ? style.good('Right.') : style.bad('Not right.');
    const own = answerText(dealt, answer.chosen);
    const right = answerText(dealt, rightAnswer(asked));
    const told = (label: string, texts: readonly string[]): readonly string[] => [
      style.quiet(label),
      ...texts.flatMap((text) => hang('  ', oneLine(text), width)),
    ];
    await print(
      verdict,
      ...(answer.right ? told('your answer', own) : [...told('the right answer', right), ...told('your answer', own)]),
      '',
      ...wrap(asked.explanation.trim(), width),
      ...(source
        ? [
            '',
            ...wrap(
              [source.publisher, source.title, source.date, ...(asked.state ? [asked.state] : [])].join(' · '),
              width,
            ).map(style.quiet),
          ]
        : []),
      ...(rests
        ? [
            '',
            ...wrap(`Your own text says so too, at ${rests.place}:`, width),
            ...hang('  ', oneLine(rests.sentence), width),
          ]
        : []),
      '',
    );
    const move = await ask(
      'Enter goes on; b back, u undo this answer, s suspend this card, r report it, q quit',
      (typed) => {
        if (typed === 's') return { kind: 'suspend' };
        // The reason is asked for below.
        if (typed === 'r') return { kind: 'report', reason: 'other' };
        return typed === '' ? { kind: 'next' } : 'Press Enter to go on.';
      },
    );
    if (move.kind === 'suspend')
      await print('Suspended: it is asked no more, until you resume it with "rubricate quiz --resume".', '');
    return move.kind === 'report' ? report() : move;
  };

  const report = async (): Promise<QuizMove> => {
    const list = reasons.map((reason, place) => `${place + 1} ${reason}`).join(', ');
    const move = await ask(`What is the matter with it? ${list}; a few words may follow`, (typed) => {
      const [, number, note = ''] = /^([1-4])\s*(.*)$/.exec(typed) ?? [];
      const reason = reasons[Number(number) - 1];
      if (reason === undefined) return 'Type a number from 1 to 4.';
      return { kind: 'report', reason, ...(note === '' ? {} : { note: note.slice(0, 500) }) };
    });
    if (move.kind === 'report') await print('Reported, in your journal.', '');
    return move;
  };

  const score = async ({ right, answered, wrong }: ScorePage): Promise<QuizMove> => {
    await print(
      style.strong(`${right} of ${answered} right.`),
      ...(wrong.length > 0 ? ['Not right; these come back in the next quiz:'] : []),
      ...wrong.flatMap(({ card: { prompt } }) => hang('  ', oneLine(prompt), width)),
      '',
    );
    return ask('Enter ends; n is another quiz, b goes back, u undoes the last answer', (typed) =>
      typed === 'n' ? { kind: 'again' } : typed === '' ? quit : 'Press Enter to end.',
    );
  };
  const close = async (): Promise<void> => {
    // Standard input that is still listened to would keep the process alive.
    await lines.return?.();
  };
  return { card, explanation, score, close };
}
