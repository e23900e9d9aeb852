import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One thing that a written guide tells its reader to do. */
export type GuideStep =
  | { readonly kind: 'write'; readonly path: string; readonly how: 'all of it' | 'at the end'; readonly text: string }
  | { readonly kind: 'change'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'delete'; readonly paths: readonly string[] }
  | { readonly kind: 'run'; readonly command: string; readonly prints: readonly string[] };

const named = /^`([^`]+)`, (all of it|at the end|changed):$/;
const deletes = /^Delete (.+) in `([^`]+)`\.$/;
/** Shown to be read, or run by other programs. */
const unnamed = new Set(['sh', 'text', 'yaml']);

/** The steps of a guide in their order. Throws on a block that would be passed over: a guide is followed as a whole. */
export function guideSteps(guide: string): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  const lines = guide.split('\n');
  let path: string | undefined;
  let how = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const name = named.exec(line);
    const deleted = deletes.exec(line);
    if (name) {
      path = name[1];
      how = name[2] as string;
    } else if (deleted) {
      const names = [...(deleted[1] as string).matchAll(/`([^`]+)`/g)].map((match) => `${deleted[2]}/${match[1]}`);
      steps.push({ kind: 'delete', paths: names });
    } else if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      steps.push(...stepsOf(line.slice(3), lines.slice(at + 1, end), path, how));
      path = undefined;
      at = end;
    } else if (line !== '' && path) throw new Error(`No block follows the name of ${path}.`);
  }
  return steps;
}

function stepsOf(
  language: string,
  lines: readonly string[],
  path: string | undefined,
  how: string,
): readonly GuideStep[] {
  if (language === 'console') return commandsIn(lines);
  if (path === undefined) {
    if (unnamed.has(language)) return [];
    throw new Error(`A block of ${language} names no file: ${lines[0]}`);
  }
  if (how !== 'changed') {
    const text = `${lines.join('\n')}\n`;
    return [{ kind: 'write', path, how: how === 'all of it' ? how : 'at the end', text }];
  }
  const side = (left: string): string =>
    lines
      .filter((line) => !line.startsWith(left))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return [{ kind: 'change', path, before: side('+'), after: side('-') }];
}

function commandsIn(lines: readonly string[]): readonly GuideStep[] {
  const steps: { kind: 'run'; command: string; prints: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) steps.push({ kind: 'run', command: line.slice(2), prints: [] });
    else steps.at(-1)?.prints.push(line);
  }
  return steps;
}

/** Does what a step tells a reader to do to files of a folder. Throws where it cannot be done as it is told. */
export function applyStep(step: Exclude<GuideStep, { readonly kind: 'run' }>, folder: string): void {
  if (step.kind === 'delete') {
    for (const path of step.paths) rmSync(join(folder, path));
    return;
  }
  const file = join(folder, step.path);
  if (step.kind === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, (step.how === 'all of it' ? '' : readFileSync(file, 'utf8')) + step.text);
    return;
  }
  const parts = readFileSync(file, 'utf8').split(step.before);
  if (parts.length !== 2) throw new Error(`${step.path} has ${parts.length - 1} times: ${step.before}`);
  writeFileSync(file, parts.join(step.after));
}

/** Whether output is what a guide shows, where a line `…` stands for any number of lines. */
export function printsAsShown(output: string, shown: readonly string[]): boolean {
  const escaped = shown.map((line) =>
    line === '…' ? '(?:.*\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n`,
  );
  return new RegExp(`^${escaped.join('')}$`).test(output);
}
