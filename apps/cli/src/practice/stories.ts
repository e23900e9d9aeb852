import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  practiceTarget,
  type Story,
  type StoryFile,
  type StoryMatrix,
  storiesFolder,
  storyMatrix,
} from '@rubricate/core/practice';
import { findInputs } from '../inputs.ts';
import { exitCodes } from '../io.ts';
import { messageOf, readShippedPacks, shownFrom, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { decode } from '../source-text.ts';
import { makeStyle } from '../terminal/style.ts';
import { oneLine } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { makeWorkspaces } from '../workspace.ts';
import { heading, type Look } from './plan-text.ts';

export interface StoriesFlags {
  readonly format: 'text' | 'json';
}

/** `rubricate stories [FOLDER]`: the stories there are against what will be asked. */
export async function printStories(
  folder: string | undefined,
  flags: StoriesFlags,
  printing: Printing,
): Promise<number> {
  const { io, installation, width, color } = printing;
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { folder: home, config, library } = workspaces.of(io.cwd);
  tellProblems(workspaces.problems, io);
  const asked = folder ?? shownFrom(io.cwd, join(home ?? io.cwd, storiesFolder));
  const reading = await readStories(asked, folder !== undefined, printing);
  const target = practiceTarget(config, library);
  if (!target.ok && target.reason.code !== 'not-set')
    io.error(
      `rubricate: rubricate.yaml names "${target.reason.name}", which no pack has, so stories are read plainly.\n`,
    );
  const matrix = storyMatrix({ files: reading.files, library, target: target.ok ? target.target : undefined });
  if (!matrix) {
    io.error('rubricate: no pack judges stories.\n');
    return exitCodes.trouble;
  }
  const text =
    flags.format === 'json'
      ? JSON.stringify(dataOf(matrix), undefined, 2)
      : matrixLines(matrix, { style: makeStyle(color), width }).join('\n');
  await io.out(`${text}\n`);
  return reading.failed || workspaces.problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
}

/** The Markdown files of a folder. One that is not there holds no story yet, unless it was asked for. */
async function readStories(
  folder: string,
  isAsked: boolean,
  { io }: Printing,
): Promise<{ readonly files: readonly StoryFile[]; readonly failed: boolean }> {
  if (!isAsked && !existsSync(resolve(io.cwd, folder))) return { files: [], failed: false };
  const files: StoryFile[] = [];
  let failed = false;
  const fail = (path: string, message: string): void => {
    failed = true;
    io.error(`${path}: ${message}\n`);
  };
  for (const input of await findInputs([folder], io)) {
    if (input.kind === 'file') {
      try {
        files.push({ file: input.path, text: decode(readFileSync(input.file)) });
      } catch (error) {
        fail(input.path, `This file cannot be read: ${messageOf(error)}`);
      }
    } else if (input.kind === 'failed' && (isAsked || input.code !== 'no-match')) fail(input.path, input.message);
  }
  return { files, failed };
}

function dataOf({ level, stories, slots, competencies, doubles }: StoryMatrix) {
  return {
    version: 1,
    level,
    stories: stories.map((story) => ({
      id: story.id,
      file: story.file,
      title: story.title,
      questions: story.slots,
      reads: story.review.level.bar,
      belowLevel: story.isBelowLevel,
      overused: story.isOverused,
      pitfalls: story.pitfalls,
      unmet: story.unmet.map(({ ref }) => ref),
      unknown: story.unknown,
    })),
    questions: slots.map(({ question, task, stories: named, candidates }) => ({
      id: question.id,
      planned: task !== undefined,
      stories: named,
      candidates,
    })),
    competencies: competencies.map(({ criterion, isExpected, met, partial, claimed }) => ({
      id: criterion.ref,
      expected: isExpected,
      met,
      partial,
      claimed,
    })),
    doubles,
  };
}

function matrixLines(matrix: StoryMatrix, look: Look): readonly string[] {
  const { stories, slots, competencies, doubles, level } = matrix;
  const { width, style } = look;
  const planned = slots.filter(({ task }) => task !== undefined);
  const told = planned.filter((slot) => slot.stories.length > 0).length;
  const lines = [
    ...wrap(`${stories.length} ${stories.length === 1 ? 'story' : 'stories'}, read at ${level}`, width).map(
      style.strong,
    ),
  ];
  if (planned.length > 0) lines.push(`${told} of the ${planned.length} that the plan asks for`);
  const part = (title: string, some: typeof slots): void => {
    if (some.length === 0) return;
    lines.push('', heading(title, look));
    for (const { question, stories: named, candidates } of some) {
      const state =
        named.length > 0 ? named.join(', ') : candidates.length > 0 ? `none; perhaps ${candidates.join(', ')}` : 'none';
      lines.push(...hang('', oneLine(`${mark(named, candidates)} ${question.title}: ${state}`), width));
      lines.push(...hang('  ', question.id, width, style.quiet));
    }
  };
  part('Asked for by the plan', planned);
  part(
    planned.length > 0 ? 'Other questions' : 'Questions',
    slots.filter(({ task }) => task === undefined),
  );
  lines.push('', heading('What the stories show', look));
  for (const { criterion, isExpected, met, partial, claimed } of competencies) {
    const shown = [
      ...(met.length > 0 ? [met.join(', ')] : []),
      ...(partial.length > 0 ? [`in part ${partial.join(', ')}`] : []),
      ...(claimed.length > 0 ? [`claimed and not shown: ${claimed.join(', ')}`] : []),
    ];
    const state = shown.join('; ') || 'none';
    const above = isExpected ? '' : ' (above this level)';
    lines.push(...hang('', oneLine(`${mark(met, partial)} ${criterion.title}${above}: ${state}`), width));
  }
  if (stories.length > 0) lines.push('', heading('What is weak', look));
  for (const story of stories) {
    lines.push(...hang('', oneLine(`${story.title} (${story.id})`), width));
    lines.push(...hang('  ', story.file, width, style.quiet));
    const weak = weaknesses(story);
    for (const one of weak.length === 0 ? ['nothing'] : weak) lines.push(...hang('  ', oneLine(one), width));
  }
  for (const file of doubles)
    lines.push('', ...wrap(`${file} has the name of another story, so it is not counted.`, width));
  return lines;
}

function mark(full: readonly string[], half: readonly string[]): string {
  return full.length > 0 ? '●' : half.length > 0 ? '○' : '·';
}

function weaknesses({ pitfalls, isBelowLevel, isOverused, unmet, unknown, slots, review }: Story): readonly string[] {
  return [
    ...pitfalls.map((title) => `pitfall: ${title}`),
    ...(isBelowLevel ? [`reads as ${review.level.bar}, below the level`] : []),
    ...(isOverused ? [`named for ${slots.length} questions`] : []),
    ...(unmet.length > 0 ? [`not in full: ${unmet.map(({ title }) => title).join(', ')}`] : []),
    ...unknown.map((name) => `"${name}" is no question or competency`),
  ];
}
