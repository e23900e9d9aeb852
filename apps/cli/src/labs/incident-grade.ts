import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  diagnosisFile,
  type ExposureTruth,
  englishGradeWords,
  exposureFile,
  exposurePage,
  exposureSums,
  figureOfText,
  gradeDiagnosis,
  gradeExposure,
  gradePage,
  type IncidentGrade,
  measuresOf,
  readExposureTruth,
  readTruth,
  type Truth,
  truthFile,
} from '@rubricate/core/labs/incident';
import { type DebriefPage, debriefMarkdown } from '@rubricate/core/practice';
import { findTarget, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { exitCodes } from '../io.ts';
import { messageOf, shownFrom } from '../packs.ts';
import { loadLibrary, type Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { pageText } from './page-text.ts';
import { readCsv } from './read-csv.ts';

export interface GradeFlags {
  readonly hint?: boolean;
  readonly reveal?: boolean;
  readonly failUnder?: number;
  readonly format: 'text' | 'json' | 'md';
}

/** `rubricate incident grade`: what a diagnosis found of what was put into the data. */
export async function gradeIncident(path: string, flags: GradeFlags, printing: Printing): Promise<number> {
  const { io } = printing;
  const named = resolve(io.cwd, path);
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const diagnosis = isFolder ? join(named, diagnosisFile) : named;
  const folder = dirname(diagnosis);
  let text: string;
  let sealed: string;
  try {
    text = new TextDecoder().decode(readFileSync(diagnosis));
    sealed = readFileSync(join(folder, truthFile), 'utf8');
  } catch (error) {
    io.error(`rubricate: ${messageOf(error)}. "rubricate incident new --out FOLDER" writes an incident with both.\n`);
    return exitCodes.trouble;
  }
  const exposure = readExposureTruth(sealed);
  if (exposure) return gradeExposureCase({ text, truth: exposure, folder, flags, printing });
  const truth = readTruth(sealed);
  if (!truth) {
    io.error(`rubricate: ${shownFrom(io.cwd, join(folder, truthFile))} is damaged or of another version. ${again}\n`);
    return exitCodes.trouble;
  }
  const measures = measuresOf(truth);
  const file = join(folder, truth.data);
  let first = true;
  const problem = await readCsv(file, shownFrom(io.cwd, file), (row) => {
    if (!first) for (const measure of measures) measure.add(row);
    else if (row.join(',') !== truth.table.columns.join(',')) return 'These are not the columns that were written.';
    first = false;
    return undefined;
  });
  if (problem !== undefined) {
    io.error(`rubricate: ${problem} ${again}\n`);
    return exitCodes.trouble;
  }
  const review = reviewOf(text, printing);
  const grade = gradeDiagnosis({ text, truth, measures, ...(review ? { review } : {}) });
  await io.out(shownAs({ grade, truth, text, flags, printing }));
  return codeOf(grade, flags);
}

interface ExposureCase {
  readonly text: string;
  readonly truth: ExposureTruth;
  readonly folder: string;
  readonly flags: GradeFlags;
  readonly printing: Printing;
}

async function gradeExposureCase({ text, truth, folder, flags, printing }: ExposureCase): Promise<number> {
  const { io } = printing;
  const file = join(folder, exposureFile);
  const sums = exposureSums();
  let first = true;
  const problem = await readCsv(file, shownFrom(io.cwd, file), (row) => {
    if (!first) sums.add(row);
    else if (row.join(',') !== sums.columns.join(',')) return 'These are not the columns that were written.';
    first = false;
    return undefined;
  });
  if (problem !== undefined) {
    io.error(`rubricate: ${problem} ${again}\n`);
    return exitCodes.trouble;
  }
  const grade = gradeExposure(text, truth, sums);
  const page = exposurePage({ grade, truth, text, reveal: flags.reveal === true }, englishGradeWords);
  await io.out(
    flags.format === 'json'
      ? `${JSON.stringify({ version: 1, seed: truth.seed, variant: 'exposure', ...grade }, undefined, 2)}\n`
      : pageIn(flags.format, page, printing),
  );
  return codeOf(grade, flags);
}

function pageIn(format: 'text' | 'md', page: DebriefPage, { width, color }: Printing): string {
  return format === 'md' ? debriefMarkdown(page) : `${pageText(page, { style: makeStyle(color), width }).join('\n')}\n`;
}

function codeOf(
  { points, of }: { readonly points: number; readonly of: number },
  { failUnder = 0 }: GradeFlags,
): number {
  return points * 100 < failUnder * of ? exitCodes.belowSignal : exitCodes.reviewed;
}

const again = 'The same seed writes it again: rubricate incident new --seed N --out FOLDER.';

/** What the rubric of data incidents says of it, whatever question its front matter names. */
function reviewOf(text: string, printing: Printing): ReturnType<typeof reviewAnswer> | undefined {
  const answer = readAnswer(text);
  const found = findTarget(undefined, loadLibrary(printing).library, { rubrics: ['data-incident'] });
  return found.ok ? reviewAnswer(answer, found.target) : undefined;
}

interface Shown {
  readonly grade: IncidentGrade;
  readonly truth: Truth;
  readonly text: string;
  readonly flags: GradeFlags;
  readonly printing: Printing;
}

function shownAs({ grade, truth, text, flags, printing }: Shown): string {
  const reveal = flags.reveal === true;
  if (flags.format === 'json') return `${JSON.stringify(asJson(grade, truth, reveal), undefined, 2)}\n`;
  const page = gradePage({ grade, truth, text, hints: flags.hint ? 2 : 1, reveal }, englishGradeWords);
  return pageIn(flags.format, page, printing);
}

/** What was not found stays out of it, unless it is asked for. */
function asJson(grade: IncidentGrade, truth: Truth, reveal: boolean): object {
  const { faults, herrings, claims, figures, ...rest } = grade;
  return {
    ...{ version: 1, seed: truth.seed, difficulty: truth.difficulty },
    ...rest,
    faults: faults.map(({ fault, state, parts }) =>
      state === 'missed' && !reveal
        ? { state }
        : { state, kind: fault.kind, field: fault.field, parts, ...(reveal ? { truth: fault } : {}) },
    ),
    figures: figures.map(({ figure, ...rest }) => ({
      ...rest,
      figure: { unit: figure.unit, value: figure.value, of: figureOfText(figure, englishGradeWords) },
    })),
    herrings: herrings.map(({ herring, quote }) => ({ id: herring.entry.id, kind: herring.kind, quote })),
    claims,
  };
}
