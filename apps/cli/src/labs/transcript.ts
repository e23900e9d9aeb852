import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  englishSpokenWords,
  readTranscript,
  reviewTranscript,
  type SpokenReading,
  spokenPage,
  type Transcript,
  transcriptLimit,
} from '@rubricate/core/labs/transcript';
import { nearest } from '@rubricate/core/model';
import { debriefHtml, debriefMarkdown, englishWords } from '@rubricate/core/practice';
import { findInputs } from '../inputs.ts';
import { exitCodes } from '../io.ts';
import { messageOf, readShippedPacks, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { decode, positionAt, sourceText } from '../source-text.ts';
import { makeWorkspaces, settingsFor } from '../workspace.ts';
import { transcriptData } from './transcript-data.ts';
import { transcriptLines } from './transcript-text.ts';

export interface TranscriptFlags {
  readonly question?: string;
  readonly rubric?: string;
  readonly level?: string;
  readonly role?: string;
  readonly speaker?: string;
  readonly format: 'text' | 'json' | 'md' | 'html';
}

/** `rubricate transcript FILE`: what a candidate said, judged like an answer, and how it was said. */
export async function printTranscript(name: string, flags: TranscriptFlags, printing: Printing): Promise<number> {
  const { io, installation, width, color } = printing;
  const inputs = await findInputs([name], io);
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    io.error(`rubricate: a transcript is one file, and ${name} stands for ${inputs.length}. Name one.\n`);
    return exitCodes.trouble;
  }
  const { path } = input;
  const trouble = (message: string): number => {
    io.error(`${path}: ${message}\n`);
    return exitCodes.trouble;
  };
  if (input.kind === 'failed') return trouble(input.message);
  let text: string;
  try {
    const size = input.kind === 'file' ? statSync(input.file).size : input.bytes.length;
    if (size > transcriptLimit)
      return trouble(
        `This is larger than ${transcriptLimit / 1e6} MB, so it is not read. Split it into one file a round.`,
      );
    text = decode(input.kind === 'file' ? readFileSync(input.file) : input.bytes);
  } catch (error) {
    return trouble(`This file cannot be read: ${messageOf(error)}`);
  }
  const transcript = await readTranscript(text);
  const source = sourceText(text);
  for (const { line, column, message } of transcript.problems) io.error(`${path}:${line}:${column} ${message}\n`);
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const workspace = workspaces.of(input.kind === 'file' ? dirname(input.file) : io.cwd);
  tellProblems(workspaces.problems, io);
  const { question, rubric, level, role, speaker } = flags;
  const reading = reviewTranscript(transcript, workspace.library, {
    ...(question === undefined ? {} : { question }),
    ...(rubric === undefined ? {} : { rubrics: [rubric] }),
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
    speaker,
    workspace: settingsFor(workspace, input.kind === 'file' ? input.file : undefined),
  });
  if (!reading.ok) return trouble(explain(reading.reason, transcript, flags, path));
  const { report } = reading;
  const placeOf = (at: number): { readonly line: number; readonly column: number } => positionAt(source, at);
  if (flags.format === 'json') await io.out(`${JSON.stringify(transcriptData(report, path, placeOf), undefined, 2)}\n`);
  else if (flags.format === 'text') await io.out(`${transcriptLines(report, path, { color, width }).join('\n')}\n`);
  else {
    const page = spokenPage(report, englishSpokenWords, englishWords);
    await io.out(flags.format === 'md' ? debriefMarkdown(page) : debriefHtml(page, englishWords));
  }
  return workspaces.problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
}

type Reason = Extract<SpokenReading, { ok: false }>['reason'];

/** Why it is not reviewed, and what to do about it. */
function explain(reason: Reason, transcript: Transcript, flags: TranscriptFlags, path: string): string {
  switch (reason.code) {
    case 'nothing-said':
      return 'Nobody says anything in it. It takes captions (.vtt, .srt) or lines of text, with or without names and times.';
    case 'unknown-speaker': {
      const names = transcript.speakers.flatMap(({ name }) => (name === undefined ? [] : [name]));
      if (names.length === 0) return 'It names no speakers, so leave out --speaker.';
      const guess = nearest(flags.speaker ?? '', names);
      return `Nobody in it is called "${flags.speaker}".${guess ? ` Did you mean "${guess}"?` : ''} There are: ${names.join(', ')}.`;
    }
    case 'no-target':
      return [
        'It names no question to review it by. Do one of these:',
        `- name it here: rubricate transcript ${path} --question pinterest/home-feed`,
        '- put a line into the file, below WEBVTT where it has that: NOTE question: pinterest/home-feed',
        '- name a rubric: --rubric system-design',
        'There is more to choose from: see rubricate questions.',
      ].join('\n');
    default:
      return reason.message;
  }
}
