import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import type { Lab, LabHost } from '../lab.ts';
import { type DrillLab, drillIds } from './drills.ts';
import type { DrillLabPart } from './part.ts';
import { drillRows, isOpen } from './rows.ts';

/** Failures injected into answers: raised, shown beside the text, open in the tree until the text answers them. Only wires. */
export function registerDrills(host: LabHost): Lab {
  const { context, journal, reviews } = host;
  const load = partLoader<DrillLabPart, DrillLab>(context.extensionUri, 'lab-drills', (part) => {
    const lab = part.createDrillLab(host);
    context.subscriptions.push(lab);
    return lab;
  });
  // What was left open shows again with its text; where nothing is open, nothing is loaded.
  const first = reviews.onDidReview(async () => {
    first.dispose();
    const { progress } = await journal.read();
    if (progress.drills.some(isOpen)) await load();
  });
  context.subscriptions.push(
    first,
    vscode.commands.registerCommand(drillIds.raise, async () => (await load()).raise()),
    vscode.commands.registerCommand(drillIds.close, async (asked?: unknown) => (await load()).close(asked)),
    vscode.commands.registerCommand(drillIds.giveUp, async (asked?: unknown) => (await load()).giveUp(asked)),
    vscode.commands.registerCommand(drillIds.comment, async (asked?: unknown) => (await load()).comment(asked)),
    vscode.commands.registerCommand(drillIds.open, async (asked?: unknown) => (await load()).open(asked)),
  );
  return { row: drillRows };
}
