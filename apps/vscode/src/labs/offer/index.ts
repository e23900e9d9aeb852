import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import { plain } from '../../practice/progress/row.ts';
import type { Lab, LabHost } from '../lab.ts';
import { isOfferFile, offerPanel } from './offer-files.ts';
import type { OfferLab, OfferPart } from './part.ts';

const showOffer = 'rubricate.showOffer';

/** The offer model: a file of an offer, checked as it is written, and its report. Only wires. */
export function registerOffer(host: LabHost): Lab {
  const { context } = host;
  const load = partLoader<OfferPart, OfferLab>(context.extensionUri, 'lab-offer', (part) => {
    const lab = part.createOfferLab(host);
    context.subscriptions.push(lab);
    return lab;
  });
  // The part looks at the documents that are open once it is there.
  const look = ({ uri }: vscode.TextDocument): void => {
    if (isOfferFile(uri)) void load();
  };
  vscode.workspace.textDocuments.forEach(look);
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.commands.registerCommand('rubricate.newOffer', async (name?: unknown) => (await load()).create(name)),
    vscode.commands.registerCommand(showOffer, async (file?: unknown) => (await load()).show(file)),
    vscode.window.registerWebviewPanelSerializer(offerPanel, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) =>
        (await load()).restore(panel, state),
    }),
  );
  return {
    row() {
      const label = vscode.l10n.t('Offer');
      const description = vscode.l10n.t('pay, equity and exits, against another offer');
      const command = { id: showOffer, title: vscode.l10n.t('Show offer') };
      return {
        ...plain,
        id: 'lab-offer',
        label,
        description,
        spoken: `${label}, ${description}`,
        icon: 'law',
        kind: 'lab-offer',
        command,
      };
    },
  };
}
