import {
  briefFile,
  csvLine,
  type Difficulty,
  dataFile,
  diagnosisFile,
  difficulties,
  drawScenario,
  exposurePapers,
  incidentHours,
  jsonLine,
  type Paper,
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

/** Writes an incident of the chosen difficulty, or the case of exposure, and opens what one reads and what one writes side by side. */
export async function newIncident(asked: unknown): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) {
    void messages.showInformationMessage(vscode.l10n.t('Open a folder first; the incident is written into it.'));
    return undefined;
  }
  const { sort = await askSort(), seed = randomSeed() } = askedFor(asked);
  if (!sort) return undefined;
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
      writeFiles(folder, sort === 'exposure' ? exposurePapers(seed) : incidentFiles(seed, sort)),
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

/** How hard an incident is, or the other case. */
type Sort = Difficulty | 'exposure';

interface Asked {
  readonly sort?: Sort;
  readonly seed?: number;
}

/** What a caller of the command asks for; a row of the tree asks for nothing. */
function askedFor(asked: unknown): Asked {
  if (typeof asked !== 'object' || asked === null) return {};
  const { difficulty, variant, seed } = asked as Readonly<Record<string, unknown>>;
  const sort = variant === 'exposure' ? variant : difficulties.find((one) => one === difficulty);
  return {
    ...(sort ? { sort } : {}),
    ...(typeof seed === 'number' && Number.isSafeInteger(seed) && seed > 0 ? { seed } : {}),
  };
}

async function askSort(): Promise<Sort | undefined> {
  const choice = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly sort?: Sort }>(
    [
      { label: vscode.l10n.t('Easy'), description: vscode.l10n.t('one fault, one red herring'), sort: 'easy' },
      { label: vscode.l10n.t('Medium'), description: vscode.l10n.t('two faults, two red herrings'), sort: 'medium' },
      { label: vscode.l10n.t('Hard'), description: vscode.l10n.t('three faults, four red herrings'), sort: 'hard' },
      { label: vscode.l10n.t('Another case'), kind: vscode.QuickPickItemKind.Separator },
      {
        label: vscode.l10n.t('Exposure'),
        description: vscode.l10n.t('is somebody shown too little, and against what?'),
        sort: 'exposure',
      },
    ],
    { title: vscode.l10n.t('New incident'), placeHolder: vscode.l10n.t('How hard should it be?') },
  );
  return choice?.sort;
}

function randomSeed(): number {
  return 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % seeds);
}

function incidentFiles(seed: number, difficulty: Difficulty): readonly Paper[] {
  const scenario = drawScenario({ seed, difficulty, rows });
  const table = tableOf(scenario);
  const sessions = new Map<string, number>();
  const all = [...incidentHours(scenario, sessions)].flat();
  return [
    { name: dataFile, text: csvLine(table.columns) + all.map(csvLine).join('') },
    { name: 'events.jsonl', text: all.map((row) => jsonLine(table, row)).join('') },
    ...papersOf(scenario, sessions),
  ];
}

async function writeFiles(folder: vscode.Uri, files: readonly Paper[]): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  for (const { name, text } of files) await writeNew(vscode.Uri.joinPath(folder, name), text);
}
