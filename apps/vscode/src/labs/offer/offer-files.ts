import type * as vscode from 'vscode';

/** What offer files are called: `offer.yaml`, `acme.offer.yaml`. */
export const offerGlob = '**/{offer,*.offer}.yaml';

export function isOfferFile({ path }: vscode.Uri): boolean {
  return /[/.]offer\.yaml$/.test(path);
}

/** The kind of window that holds a report. */
export const offerPanel = 'rubricate.offer';
