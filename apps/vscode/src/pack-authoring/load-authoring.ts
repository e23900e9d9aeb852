import type * as vscode from 'vscode';
import { partLoader } from '../load-part.ts';
import type { Authoring, AuthoringPart } from './authoring.ts';

/** Loads dist/authoring.js, once. */
export function authoringLoader(extension: vscode.Uri): () => Promise<Authoring> {
  return partLoader<AuthoringPart, Authoring>(extension, 'authoring', (part) => part.createAuthoring(extension));
}
