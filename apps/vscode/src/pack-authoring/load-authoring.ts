import * as evidence from '@rubricate/core/evidence';
import * as model from '@rubricate/core/model';
import * as review from '@rubricate/core/review';
import * as text from '@rubricate/core/text';
import * as vscode from 'vscode';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Authoring, AuthoringPart } from './authoring.ts';

/** What the part and the rest share; its bundle leaves these out and asks for them by name (see scripts/build.mts). */
const shared: Readonly<Record<string, unknown>> = {
  vscode,
  yaml: { isMap, isScalar, isSeq, parseDocument },
  '@rubricate/core/evidence': evidence,
  '@rubricate/core/model': model,
  '@rubricate/core/review': review,
  '@rubricate/core/text': text,
};

/**
 * Loads dist/authoring.js, once. A web worker host gives an extension no way to require a second file of its own, so this
 * does what that host does with the first: reads the file, which came with the extension, and runs it as a module.
 */
export function authoringLoader(extension: vscode.Uri): () => Promise<Authoring> {
  let loading: Promise<Authoring> | undefined;
  const load = async (): Promise<Authoring> => {
    const file = vscode.Uri.joinPath(extension, 'dist', 'authoring.js');
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const module: { exports: Partial<AuthoringPart> } = { exports: {} };
    const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${file.toString(true)}`);
    run(module, module.exports, (name: string) => {
      if (!Object.hasOwn(shared, name)) throw new Error(`The extension shares no module "${name}".`);
      return shared[name];
    });
    return (module.exports as AuthoringPart).createAuthoring(extension);
  };
  return () => {
    loading ??= load().catch((error: unknown) => {
      // Another attempt may find it.
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
