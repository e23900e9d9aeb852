import { dirname, resolve } from 'node:path';
import {
  type DebriefPage,
  debriefGenerator,
  debriefHtml,
  debriefMarkdown,
  debriefOf,
  debriefPage,
  englishWords,
} from '@rubricate/core/practice';
import { findInputs } from '../inputs.ts';
import { exitCodes } from '../io.ts';
import { findJournal, readJournal, tellJournal } from '../journal.ts';
import { judge } from '../judge.ts';
import { messageOf, readShippedPacks, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeWorkspaces } from '../workspace.ts';
import { writeOwn } from '../write-own.ts';

export interface DebriefFlags {
  readonly html?: string;
  readonly markdown?: boolean;
  readonly question?: string;
  readonly level?: string;
  readonly role?: string;
}

/** `rubricate debrief FILE`: the report of one answer, with the attempts of its question. */
export async function printDebrief(path: string, flags: DebriefFlags, printing: Printing): Promise<number> {
  const { io, installation } = printing;
  const inputs = await findInputs([path], io);
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    io.error(`rubricate: a debrief is of one answer, and ${path} stands for ${inputs.length}. Name one file.\n`);
    return exitCodes.trouble;
  }
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { question, level, role } = flags;
  const asked = {
    ...(question === undefined ? {} : { question }),
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
  };
  const judged = judge(input, { workspaces, asked, cwd: io.cwd });
  tellProblems(workspaces.problems, io);
  if (!judged.ok) {
    const { line, column } = judged.error;
    io.error(`${judged.path}${line === undefined ? '' : `:${line}:${column ?? 1}`} ${judged.error.message}\n`);
    return exitCodes.trouble;
  }
  const folder = findJournal(input.kind === 'file' ? dirname(input.file) : io.cwd);
  const journal = readJournal(folder);
  tellJournal(folder, journal.problems, io);
  const { review, answer } = judged;
  const attempts = journal.progress.attempts.get(review.target.question?.id ?? '') ?? [];
  const page = debriefPage(debriefOf({ review, text: answer.text, attempts }), englishWords);
  const isWhole = journal.problems.length === 0 && workspaces.problems.length === 0;
  const isWritten = flags.html === undefined || (await writeHtml(flags.html, page, printing));
  if (flags.markdown || flags.html === undefined) await io.out(debriefMarkdown(page));
  return isWhole && isWritten ? exitCodes.reviewed : exitCodes.trouble;
}

async function writeHtml(name: string, page: DebriefPage, { io }: Printing): Promise<boolean> {
  const text = debriefHtml(page, englishWords);
  if (name === '-') {
    await io.out(text);
    return true;
  }
  try {
    if (writeOwn(resolve(io.cwd, name), text, isDebrief)) return true;
    io.error(`rubricate: ${name} exists and is no debrief, so it was left alone. Name another file.\n`);
  } catch (error) {
    io.error(`rubricate: ${name} cannot be written: ${messageOf(error)}\n`);
  }
  return false;
}

/** Whether a file begins as a debrief does. */
function isDebrief(text: string): boolean {
  const start = text.slice(0, 1_000);
  return start.startsWith('<!doctype html>') && start.includes(`<meta name="generator" content="${debriefGenerator}">`);
}
