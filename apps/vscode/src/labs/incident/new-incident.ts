import {
  briefFile,
  csvLine,
  type Difficulty,
  dataFile,
  diagnosisFile,
  difficulties,
  drawScenario,
  incidentHours,
  jsonLine,
  papersOf,
  tableOf,
} from '@rubricate/core/labs/incident';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { exists, writeNew } from '../../practice/write-new.ts';

const folderName = 'incidents';
const rows = 10_000;
/** A seed is short enough to be told to somebody. */
const seeds = 1_000_000;

/** Writes an incident of the chosen difficulty, and opens what one reads and what one writes side by side. */
export async function newIncident(asked: unknown): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) {
    void messages.showInformationMessage(vscode.l10n.t('Open a folder first; the incident is written into it.'));
    return undefined;
  }
  const { difficulty = await askDifficulty(), seed = randomSeed() } = askedFor(asked);
  if (!difficulty) return undefined;
  const folder = vscode.Uri.joinPath(root, folderName, String(seed));
  const diagnosis = vscode.Uri.joinPath(folder, diagnosisFile);
  if (await exists(folder)) {
    void messages.showWarningMessage(
      vscode.l10n.t('{0} is there already, so nothing was written.', `${folderName}/${seed}`),
    );
    return undefined;
  }
  const title = vscode.l10n.t('Writing incident {0}', seed);
  try {
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
      writeIncident(folder, seed, difficulty),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void messages.showErrorMessage(vscode.l10n.t('The incident could not be written: {0}', why));
    return undefined;
  }
  await vscode.commands.executeCommand(
    'vscode.openWith',
    vscode.Uri.joinPath(folder, briefFile),
    'vscode.markdown.preview.editor',
    { viewColumn: vscode.ViewColumn.One, preview: false },
  );
  await vscode.window.showTextDocument(diagnosis, { viewColumn: vscode.ViewColumn.Two, preview: false });
  return diagnosis;
}

interface Asked {
  readonly difficulty?: Difficulty;
  readonly seed?: number;
}

/** What a caller of the command asks for; a row of the tree asks for nothing. */
function askedFor(asked: unknown): Asked {
  if (typeof asked !== 'object' || asked === null) return {};
  const { difficulty, seed } = asked as Readonly<Record<string, unknown>>;
  const known = difficulties.find((one) => one === difficulty);
  return {
    ...(known ? { difficulty: known } : {}),
    ...(typeof seed === 'number' && Number.isSafeInteger(seed) && seed > 0 ? { seed } : {}),
  };
}

async function askDifficulty(): Promise<Difficulty | undefined> {
  const items = [
    { label: vscode.l10n.t('Easy'), description: vscode.l10n.t('one fault, one red herring'), difficulty: 'easy' },
    {
      label: vscode.l10n.t('Medium'),
      description: vscode.l10n.t('two faults, two red herrings'),
      difficulty: 'medium',
    },
    { label: vscode.l10n.t('Hard'), description: vscode.l10n.t('three faults, four red herrings'), difficulty: 'hard' },
  ] as const;
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New incident'),
    placeHolder: vscode.l10n.t('How hard should it be?'),
  });
  return choice?.difficulty;
}

function randomSeed(): number {
  return 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % seeds);
}

async function writeIncident(folder: vscode.Uri, seed: number, difficulty: Difficulty): Promise<void> {
  const scenario = drawScenario({ seed, difficulty, rows });
  const table = tableOf(scenario);
  const sessions = new Map<string, number>();
  const all = [...incidentHours(scenario, sessions)].flat();
  const files = [
    { name: dataFile, text: csvLine(table.columns) + all.map(csvLine).join('') },
    { name: 'events.jsonl', text: all.map((row) => jsonLine(table, row)).join('') },
    ...papersOf(scenario, sessions),
  ];
  await vscode.workspace.fs.createDirectory(folder);
  for (const { name, text } of files) await writeNew(vscode.Uri.joinPath(folder, name), text);
}
