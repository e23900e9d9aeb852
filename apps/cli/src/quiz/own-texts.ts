import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Chosen, type DeckCard, type OwnText, type Progress, sentenceRelyingOn } from '@rubricate/core/practice';
import { isWithin, shownFrom } from '../packs.ts';
import { decode, positionAt, sourceText } from '../source-text.ts';

/** Enough for anyone's answers, and not too many to read while an explanation shows. */
const mostFiles = 60;

/** A sentence of the person's own that says what was answered wrongly, with where it stands. */
export interface OwnPlace {
  /** `answers/feed.md:12:3` */
  readonly place: string;
  readonly sentence: string;
}

/** Looks in the files of the last attempts, as they are now. */
export function findOwnSentence(
  card: DeckCard,
  chosen: Chosen,
  { progress, home, cwd }: { readonly progress: Progress; readonly home: string; readonly cwd: string },
): OwnPlace | undefined {
  const texts = attemptedTexts(progress, home);
  const found = sentenceRelyingOn(card, chosen, texts);
  const text = texts.find(({ name }) => name === found?.name)?.text;
  if (!found || text === undefined) return undefined;
  const { line, column } = positionAt(sourceText(text), found.start);
  return { place: `${shownFrom(cwd, found.name)}:${line}:${column}`, sentence: found.sentence };
}

function attemptedTexts(progress: Progress, home: string): readonly OwnText[] {
  const files = new Set([...progress.attempts.values()].flatMap((attempts) => attempts.at(-1)?.file ?? []));
  return (
    [...files]
      .map((file) => resolve(home, file))
      // A journal may come from somebody else; it does not decide what else of a machine is read.
      .filter((file) => isWithin(home, file))
      .sort()
      .slice(0, mostFiles)
      .flatMap((name) => {
        try {
          return [{ name, text: decode(readFileSync(name)) }];
        } catch {
          // A file that is gone says nothing.
          return [];
        }
      })
  );
}
