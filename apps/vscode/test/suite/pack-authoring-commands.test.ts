import { assert } from 'chai';
import * as vscode from 'vscode';
import type { PackCheck } from '../../src/pack-authoring/authoring.ts';
import { newPacksFile, withPack } from '../../src/pack-authoring/with-pack.ts';
import { deletePacks, idOf, problemWith, writePack } from './pack-authoring-support.ts';
import { readFile } from './practice-support.ts';
import { skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf, openFile } from './support.ts';

const check = async (): Promise<PackCheck> => {
  const found = await vscode.commands.executeCommand<PackCheck | undefined>('rubricate.checkPacks');
  if (!found) throw new Error('Nothing was checked.');
  return found;
};

describe('the commands for packs', () => {
  let original = '';
  before(async function () {
    await skipUnlessTrusted(this);
    original = await readFile(fileUri('rubricate.yaml'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deletePacks();
    if (original !== '') await writeFile('rubricate.yaml', original);
  });

  it('write a new pack that works, in a folder that rubricate.yaml names', async () => {
    const asked = { company: 'harbour', role: 'pilot', title: 'Harbour, pilot' };
    await vscode.commands.executeCommand('rubricate.newPack', asked);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /packs\/harbour-pilot\/pack\.yaml$/);
    const folder = fileUri('packs/harbour-pilot');
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.includeMembers(names, ['pack.yaml', 'rubric.yaml', 'evidence.yaml']);
    // The folder of packs is named already, so the file is left as it is.
    assert.equal(await readFile(fileUri('rubricate.yaml')), original);
    const found = await eventually('the new pack', async () => ((await check()).packs >= 2 ? check() : undefined));
    assert.isAtLeast(found.packs, 2);
    const errors = names
      .flatMap((name) => hintsOf(vscode.Uri.joinPath(folder, name)))
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.isEmpty(errors.map(({ message }) => message));
    // Asked again, it writes nothing.
    await writeFile(
      'packs/harbour-pilot/pack.yaml',
      `${await readFile(vscode.Uri.joinPath(folder, 'pack.yaml'))}# Mine.\n`,
    );
    await vscode.commands.executeCommand('rubricate.newPack', asked);
    assert.include(await readFile(vscode.Uri.joinPath(folder, 'pack.yaml')), '# Mine.');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('count what is wrong in the packs of the workspace', async () => {
    const earlier = await check();
    const folder = await writePack({ 'packs/tea/late.yaml': 'soruces: []\n' });
    await problemWith(fileUri(`${folder}/packs/tea/late.yaml`), 'soruces').catch(() => undefined);
    const found = await eventually('the pack', async () => {
      const now = await check();
      return now.packs > earlier.packs ? now : undefined;
    });
    assert.equal(found.errors, earlier.errors + 1);
  });

  it('show a pack as a page, with sources, dates and states', async () => {
    const folder = await writePack();
    await openFile(`${folder}/packs/tea/pack.yaml`);
    await vscode.commands.executeCommand('rubricate.showPack', idOf(folder));
    const tab = await eventually('the page', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.scheme === 'rubricate-pack' ? input : undefined;
    });
    assert.equal(tab.viewType, 'vscode.markdown.preview.editor');
    const page = await vscode.workspace.openTextDocument(tab.uri);
    assert.include(page.getText(), '# The tea house, brewer');
    assert.match(page.getText(), /The tea almanac.*\n?.*2026/);
    // Made anew when the pack changes.
    const file = `${folder}/packs/tea/pack.yaml`;
    await writeFile(file, (await readFile(fileUri(file))).replace('The tea house', 'The tea shop'));
    await eventually('the new title', () => page.getText().includes('# The tea shop, brewer'));
  });
});

describe('a folder of packs added to rubricate.yaml', () => {
  const added = 'packs/new';
  const cases: readonly (readonly [string, string, string])[] = [
    ['no packs', 'company: a # why\n', 'company: a # why\npacks:\n  - packs/new\n'],
    ['no line end', 'company: a', 'company: a\npacks:\n  - packs/new\n'],
    ['nothing', '', 'packs:\n  - packs/new\n'],
    ['an empty list', 'packs: [] # mine\nlevel: L5\n', 'packs: [packs/new] # mine\nlevel: L5\n'],
    ['a list in brackets', 'packs: [ packs/old ]\n', 'packs: [ packs/old, packs/new]\n'],
    [
      'a list of lines',
      'packs:\n  - packs/old # one\nlevel: L5\n',
      'packs:\n  - packs/old # one\n  - packs/new\nlevel: L5\n',
    ],
    ['a key alone', 'packs:\nlevel: L5\n', 'packs: [packs/new]\nlevel: L5\n'],
  ];
  for (const [what, before, after] of cases) {
    it(`beside ${what} leaves every other character as it is`, () => {
      assert.equal(withPack(before, added), after);
    });
  }

  it('is not added to what is not understood', () => {
    assert.isUndefined(withPack('packs: {a: b}\n', added));
    assert.isUndefined(withPack('packs: [a\n', added));
    assert.isUndefined(withPack('{packs: [a]}\n', added));
  });

  it('begins the file where there is none', () => {
    assert.match(newPacksFile(added), /^packs:\n {2}- packs\/new\n$/m);
  });
});
