import * as vscode from 'vscode';
import { registerDiagnostics } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { createPacks } from './packs.ts';
import { type Delays, usualDelays } from './schedule.ts';
import type { Judgement, Services } from './services.ts';
import { createWorkspaceConfigs } from './workspace-config.ts';

/** What other extensions and the tests may use. */
export interface RubricateApi {
  /** Judges the present version of an open Markdown document; undefined for anything else. */
  review(uri: vscode.Uri): Promise<Judgement | undefined>;
  /** How long features wait, in milliseconds. For tests. */
  readonly delays: Delays;
}

/** Called by VS Code once. Only wires: packs are read when the first document is judged. */
export function activate(context: vscode.ExtensionContext): RubricateApi {
  const log = vscode.window.createOutputChannel('Rubricate', { log: true });
  const delays = usualDelays();
  const config = createWorkspaceConfigs(log);
  const packs = createPacks({ shipped: vscode.Uri.joinPath(context.extensionUri, 'dist', 'packs'), config, log });
  const documents = createDocuments({ packs, config, delays, log });
  const services: Services = { packs, config, reviews: documents, log };
  context.subscriptions.push(log, config, packs, documents);

  registerDiagnostics(context, services);

  documents.start();
  return { review: (uri) => documents.review(uri), delays };
}
