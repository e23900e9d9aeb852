import * as vscode from 'vscode';
import * as recording from './practice/record-or-say.ts';
import { sharedNames } from './shared.mts';

/** What the parts ask for by name; their bundles leave these out (see scripts/build.mts). */
const shared: Readonly<Record<string, unknown>> = {
  ...sharedNames,
  vscode,
  // It knows what waits to be recorded, whichever part it came from.
  'practice/record-or-say.ts': recording,
};

/**
 * Loads a part of the extension, once. A web worker host gives an extension no way to require a second file of its own, so
 * this does what that host does with the first: reads the file, which came with the extension, and runs it as a module. No
 * other text can become code here: the folder is that of the extension, and a name leads nowhere else.
 *
 * @param name the part's file is `dist/<name>.js`.
 * @param make what of its exports makes the part.
 */
export function partLoader<Exports, Part>(
  extension: vscode.Uri,
  name: string,
  make: (exports: Exports) => Part | Promise<Part>,
): () => Promise<Part> {
  if (!/^[a-z-]+$/.test(name)) throw new Error(`"${name}" is no part of the extension.`);
  let loading: Promise<Part> | undefined;
  const load = async (): Promise<Part> => {
    const file = vscode.Uri.joinPath(extension, 'dist', `${name}.js`);
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const module: { exports: Partial<Exports> } = { exports: {} };
    const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${file.toString(true)}`);
    run(module, module.exports, (wanted: string) => {
      if (!Object.hasOwn(shared, wanted)) throw new Error(`The extension shares no module "${wanted}".`);
      return shared[wanted];
    });
    return make(module.exports as Exports);
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
