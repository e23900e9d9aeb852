import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  englishOfferWords,
  type OfferReport,
  offerFigures,
  offerPage,
  offerReport,
  offerTemplate,
  parseMonths,
  readOffer,
} from '@rubricate/core/labs/offer';
import { debriefHtml, debriefMarkdown, englishWords, practiceTarget } from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { messageOf, readShippedPacks, shownFrom, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { hang } from '../terminal/wrap.ts';
import { makeWorkspaces } from '../workspace.ts';
import { writeOwn } from '../write-own.ts';
import { pageText } from './page-text.ts';

export interface OfferFlags {
  readonly format: 'text' | 'json' | 'md' | 'html';
  readonly horizon?: string;
}

/** `rubricate offer FILE`: what an offer comes to at each exit, and against its rival. */
export async function printOffer(name: string, flags: OfferFlags, printing: Printing): Promise<number> {
  const { io } = printing;
  const refuse = (why: string): number => {
    io.error(`rubricate: ${why}\n`);
    return exitCodes.trouble;
  };
  const horizon = flags.horizon === undefined ? undefined : parseMonths(flags.horizon);
  if (horizon && ('problem' in horizon || horizon.value === 0))
    return refuse(`--horizon: ${'problem' in horizon ? horizon.problem : 'Expected at least one month'}.`);
  let text: string;
  try {
    text = new TextDecoder().decode(name === '-' ? await io.readStdin() : readFileSync(resolve(io.cwd, name)));
  } catch (error) {
    return refuse(`${name} cannot be read: ${messageOf(error)}. "rubricate offer new FILE" writes one to fill in.`);
  }
  const reading = readOffer(text, horizon?.value);
  if (!reading.ok) {
    const file = name === '-' ? '<stdin>' : name.replaceAll('\\', '/');
    tellProblems(
      reading.problems.map((problem) => ({ file, ...problem })),
      io,
    );
    return exitCodes.trouble;
  }
  await io.out(shownAs(flags.format, offerReport(reading.offer), printing));
  return exitCodes.reviewed;
}

function shownAs(format: OfferFlags['format'], report: OfferReport, { width, color }: Printing): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n`;
  const page = offerPage(report, englishOfferWords);
  if (format === 'md') return debriefMarkdown(page);
  if (format === 'html') return debriefHtml(page, englishWords);
  return `${pageText(page, { style: makeStyle(color), width }).join('\n')}\n`;
}

/** `rubricate offer new FILE`: an offer to fill in, with what the target's pack says of pay as comments. */
export async function newOffer(name: string, { io, installation, width }: Printing): Promise<number> {
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { config, library } = workspaces.of(io.cwd);
  const target = practiceTarget(config, library);
  const figures = target.ok ? offerFigures(target.target.pack) : [];
  const shown = shownFrom(io.cwd, resolve(io.cwd, name));
  try {
    if (!writeOwn(resolve(io.cwd, name), offerTemplate({ figures }), () => false)) {
      io.error(`rubricate: ${shown} is there, so it was left as it is. Name another file.\n`);
      return exitCodes.trouble;
    }
  } catch (error) {
    io.error(`rubricate: ${shown} could not be written: ${messageOf(error)}\n`);
    return exitCodes.trouble;
  }
  const lines = [
    `Wrote ${shown}. Its numbers are invented, so that it works at once.`,
    ...hang(
      'Next: ',
      `put your numbers in place of them, then: rubricate offer ${basename(name) === name ? name : shown}`,
      width,
    ),
  ];
  await io.out(`${lines.join('\n')}\n`);
  return exitCodes.reviewed;
}
