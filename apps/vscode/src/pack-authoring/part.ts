// The entry of dist/authoring.js; `load-authoring.ts` loads it.
import * as vscode from 'vscode';
import type { Authoring } from './authoring.ts';
import { checkPacks } from './check-packs.ts';
import { registerPackCompletion } from './completion.ts';
import { registerConfigProblems } from './config-problems.ts';
import { registerPackHover } from './hover.ts';
import { newPack } from './new-pack.ts';
import { createOwnPacks } from './own-packs.ts';
import { problemsOf } from './problems.ts';
import { registerPackQuickFix } from './quick-fix.ts';
import { makeSchemaBook, type Schema, type SchemaBook } from './schema.ts';
import { packPage, showPack } from './show-pack.ts';
import type { Desk } from './subject.ts';

/** Makes what packs of one's own need; the schemas that the extension ships say what packs may hold. */
export async function createAuthoring(extension: vscode.Uri): Promise<Authoring> {
  const read = async (name: string): Promise<SchemaBook> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'schemas', `${name}.schema.json`));
    return makeSchemaBook(JSON.parse(new TextDecoder().decode(bytes)) as Schema);
  };
  const [pack, config, offer] = await Promise.all([read('pack'), read('workspace-config'), read('offer')]);
  return {
    createOwnPacks,
    problemsOf: (state) => problemsOf(state, pack),
    registerLanguageFeatures(packs) {
      const desk: Desk = { packs, schemas: { pack, config, offer } };
      return vscode.Disposable.from(
        registerPackCompletion(desk),
        registerPackHover(desk),
        registerPackQuickFix(desk),
        registerConfigProblems(desk),
      );
    },
    newPack,
    checkPacks: (packs) => checkPacks(packs, pack),
    showPack,
    packPage,
  };
}
