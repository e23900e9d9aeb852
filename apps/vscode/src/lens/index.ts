import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from '../active-answer.ts';
import { commandIds } from '../command-ids.ts';
import { partLoader } from '../load-part.ts';
import { ownTarget, type Services } from '../services.ts';
import { registerCompareLenses } from './compare-lenses.ts';
import { isChoice, type LensChoices } from './lens-choices.ts';
import type { LensPart } from './lens-part.ts';

/** Set while the active answer is judged through another lens, so that the way back shows. */
const lensedKey = 'rubricate.otherLens';

/** The same text through the lens of another company, role or level, and the two side by side. */
export function registerLens(
  context: vscode.ExtensionContext,
  services: Services,
  active: ActiveAnswer,
  lenses: LensChoices,
): void {
  const load = partLoader<LensPart, LensPart>(context.extensionUri, 'lenses', (part) => part);
  const tell = (): void => {
    const isLensed = active.document !== undefined && lenses.chosen(active.document.uri) !== undefined;
    void vscode.commands.executeCommand('setContext', lensedKey, isLensed);
  };
  context.subscriptions.push(
    active.onDidChange(tell),
    lenses.onDidChange(tell),
    services.reviews.onDidClose((uri) => lenses.choose(uri, undefined)),
    vscode.commands.registerCommand(commandIds.judgeThrough, async (asked?: unknown) => {
      const judged = await judgedNow(active, services.reviews);
      if (!judged) return;
      const { uri } = judged.document;
      const own = ownTarget(judged);
      const choice = isChoice(asked)
        ? asked
        : await (await load()).chooseLens({
            title: vscode.l10n.t('Judge through another lens'),
            placeholder: vscode.l10n.t('Choose whose eyes to read this text with; nothing is written into it'),
            library: await services.packs.library(uri),
            own,
            now: judged.target,
            canGoBack: lenses.chosen(uri) !== undefined,
          });
      if (!choice) return;
      const isOwn = choice === 'own' || (choice.pack === own.lens.pack.id && choice.level === own.level);
      lenses.choose(uri, isOwn ? undefined : choice);
      // Resolves once the text is judged anew, so that whoever runs the command sees what came of it.
      await services.reviews.review(uri);
    }),
    vscode.commands.registerCommand(commandIds.ownLens, async () => {
      const uri = active.document?.uri;
      if (!uri) return;
      lenses.choose(uri, undefined);
      await services.reviews.review(uri);
    }),
  );
  registerCompareLenses(context, services, active, load);
}
