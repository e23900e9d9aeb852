// The entry of dist/lab-offer.js; `index.ts` loads it.
import * as vscode from 'vscode';
import type { LabHost } from '../lab.ts';
import { newOffer } from './new-offer.ts';
import { offerPanels } from './panels.ts';
import { offerProblems } from './problems.ts';

/** What the part does once it is loaded. */
export interface OfferLab extends vscode.Disposable {
  /** Writes an offer to fill in and opens it; asks for its name unless one is given. */
  create(name: unknown): Promise<vscode.Uri | undefined>;
  /** Shows the report of an offer file: the one given, else the active one, else one that is chosen. */
  show(file: unknown): Promise<void>;
  /** Fills the panel of a report in a window that opens again. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

/** What the bundle exports. */
export interface OfferPart {
  createOfferLab(host: LabHost): OfferLab;
}

export function createOfferLab({ services }: LabHost): OfferLab {
  const panels = offerPanels();
  const all = vscode.Disposable.from(panels, offerProblems());
  return {
    create: (name) => newOffer(services, name),
    show: (file) => panels.show(file),
    restore: (panel, state) => panels.restore(panel, state),
    dispose: () => void all.dispose(),
  };
}
