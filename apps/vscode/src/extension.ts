import * as vscode from 'vscode';
import { createActiveAnswer } from './active-answer.ts';
import { registerChecklist } from './checklist/view.ts';
import { registerCodeLens } from './code-lens.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDismiss } from './dismiss.ts';
import { createDocuments } from './documents.ts';
import { registerEvidenceHighlights } from './evidence-highlights.ts';
import { registerExplain } from './explain/explain.ts';
import { registerFrontMatterCommands } from './front-matter/commands.ts';
import { registerFrontMatterCompletion } from './front-matter/completion.ts';
import { registerFrontMatterHover } from './front-matter/hover.ts';
import { registerFrontMatterValidation } from './front-matter/validation.ts';
import { registerHintNavigation } from './hint-navigation.ts';
import { registerHover } from './hover.ts';
import { hushedReviews } from './hushed-reviews.ts';
import { registerLanguageStatus } from './language-status.ts';
import { registerLens } from './lens/index.ts';
import { createLensChoices } from './lens/lens-choices.ts';
import { registerPackAuthoring } from './pack-authoring/index.ts';
import { authoringLoader } from './pack-authoring/load-authoring.ts';
import { createPacks } from './packs.ts';
import { registerPractice } from './practice/index.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { registerReviewNow } from './review-now.ts';
import { type Delays, usualDelays } from './schedule.ts';
import type { Judgement, Services } from './services.ts';
import { registerStructureCompletion } from './structures/completion.ts';
import { registerInsertStructure } from './structures/insert-structure.ts';
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
  const authoring = authoringLoader(context.extensionUri);
  const shipped = vscode.Uri.joinPath(context.extensionUri, 'dist', 'packs');
  const packs = createPacks({ shipped, config, log, authoring });
  const lenses = createLensChoices();
  const documents = createDocuments({ packs, config, lenses, delays, log });
  const reviews = hushedReviews(documents);
  const services: Services = { packs, config, reviews, log };
  const active = createActiveAnswer(reviews);
  context.subscriptions.push(log, config, packs, lenses, documents, reviews, active);

  registerDiagnostics(context, services);
  registerHover(context, services);
  registerCodeLens(context, services);
  registerQuickFixes(context, services, active);
  registerDismiss(context, services, active);
  registerExplain(context, services, active);
  registerEvidenceHighlights(context, services, active);
  registerHintNavigation(context, services, active);
  registerReviewNow(context, services, active);
  registerChecklist(context, active);
  registerLanguageStatus(context, active);
  registerFrontMatterCompletion(context, services);
  registerFrontMatterValidation(context, services);
  registerFrontMatterHover(context, services);
  registerFrontMatterCommands(context, services, active);
  registerStructureCompletion(context, services);
  registerInsertStructure(context, services, active);
  registerLens(context, services, active, lenses);
  registerPractice(context, services, reviews);
  registerPackAuthoring(context, services, packs, authoring);

  documents.start();
  return { review: (uri) => reviews.review(uri), delays };
}
