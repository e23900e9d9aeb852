import packageJson from '../../package.json' with { type: 'json' };
import { workflowCommand } from '../formats/github.ts';
import { uriOf } from '../formats/sarif.ts';
import { exitCodes } from '../io.ts';
import type { FileProblem } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { oneLine } from '../terminal/width.ts';
import { type CheckedPack, checkPacks, loadPacks, type PlacedFinding } from './load.ts';

export interface PackCheckFlags {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly strict?: boolean;
  readonly replaceShipped?: boolean;
}

/** `rubricate pack check FOLDER…`. */
export async function packCheck(
  folders: readonly string[],
  flags: PackCheckFlags,
  { io, installation, color }: Printing,
): Promise<number> {
  const loaded = loadPacks(folders, { io, installation, replaceShipped: flags.replaceShipped });
  const packs = checkPacks(loaded, io.cwd);
  const unreadable =
    packs.length > 0 || loaded.unreadable.length > 0 ? loaded.unreadable : folders.map((folder) => nothingIn(folder));
  await io.out(printers[flags.format]({ packs, unreadable, color }));
  if (unreadable.length > 0) return exitCodes.trouble;
  const findings = packs.flatMap((pack) => pack.findings);
  const fails = findings.some(({ severity }) => severity === 'error' || flags.strict);
  return fails ? packErrors : exitCodes.reviewed;
}

/** There are errors in a pack. */
const packErrors = 1;

function nothingIn(folder: string): FileProblem {
  return { file: folder, line: 1, column: 1, message: 'This folder holds no pack: there is no YAML file in it.' };
}

interface Outcome {
  readonly packs: readonly CheckedPack[];
  readonly unreadable: readonly FileProblem[];
  readonly color: boolean;
}

const printers: Readonly<Record<PackCheckFlags['format'], (outcome: Outcome) => string>> = {
  text: textOf,
  json: ({ packs, unreadable }) => `${JSON.stringify({ version: 1, packs, unreadable }, undefined, 2)}\n`,
  sarif: sarifOf,
  github: ({ packs, unreadable }) =>
    [...unreadable.map(asFinding), ...packs.flatMap(({ findings }) => findings)]
      .map(({ severity, file, line, column, code, message }) =>
        workflowCommand(severity, { file, line, col: column, title: code }, message),
      )
      .join(''),
};

/** One line a finding, as compilers print them: editors and terminals lead from it to the place. */
function textOf({ packs, unreadable, color }: Outcome): string {
  const style = makeStyle(color);
  const line = ({ file, line, column, severity, message }: PlacedFinding): string =>
    `${oneLine(file)}:${line}:${column} ${severity === 'error' ? style.bad('error') : style.middling('warning')} ${oneLine(message)}`;
  const lines = [...unreadable.map(asFinding).map(line)];
  for (const { folder, id, findings } of packs) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.length - errors;
    const said =
      findings.length === 0
        ? style.good('nothing is wrong')
        : [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(', ');
    lines.push(...findings.map(line), `${style.strong(oneLine(id ?? folder))}: ${said}.`);
  }
  return `${lines.join('\n')}\n`;
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

function asFinding(problem: FileProblem): PlacedFinding {
  return { ...problem, severity: 'error', code: 'unreadable' };
}

function sarifOf({ packs, unreadable }: Outcome): string {
  const all = [...unreadable.map(asFinding), ...packs.flatMap(({ findings }) => findings)];
  const results = all.map(({ file, line, column, severity, code, message }) => ({
    ruleId: `pack/${code}`,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map((id) => ({ id }));
  const driver = { name: 'rubricate', semanticVersion: packageJson.version, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: { driver },
        invocations: [{ executionSuccessful: unreadable.length === 0 }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}
