import { assert } from 'chai';
import * as vscode from 'vscode';
import { complete, deletePacks, hoverAt, labels, openAt, saveNothingUnasked } from './pack-authoring-support.ts';
import { openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf } from './support.ts';

const target = 'company: pinterest\nrole: software-engineer\n';

/** A text with all keys in it, each right. */
const whole = `${target}level: L5
interview: 2099-01-15
hoursAWeek: 12
background: backend
packs: [packs]
rubrics:
  "designs/**/*.md": [system-design]
`;

/** What each key is completed with, by a text with the cursor in it; nothing for what is typed freely. */
const completed: Readonly<Record<string, readonly [string, string]>> = {
  company: ['company: ¦\n', 'pinterest'],
  role: ['company: pinterest\nrole: ¦\n', 'software-engineer'],
  level: [`${target}level: ¦\n`, 'L5'],
  background: [`${target}background: ¦\n`, 'backend'],
  packs: ['packs: [¦]\n', 'own/tea'],
  rubrics: ['rubrics:\n  "designs/**/*.md": [¦]\n', 'system-design'],
};

/** For each key something that is wrong, and the words that are marked. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  company: ['company: pintrest\n', 'pintrest'],
  role: ['company: pinterest\nrole: baking\n', 'baking'],
  level: [`${target}level: L99\n`, 'L99'],
  interview: [`${target}interview: soon\n`, 'soon'],
  hoursAWeek: [`${target}hoursAWeek: 200\n`, '200'],
  background: [`${target}background: milking\n`, 'milking'],
  packs: ['packs: [nowhere]\n', 'nowhere'],
  rubrics: ['rubrics:\n  "designs/**/*.md": [nonsense]\n', 'nonsense'],
  'an unknown key': ['compny: pinterest\n', 'compny'],
};

describe('each key of rubricate.yaml', () => {
  before(async function () {
    await skipUnlessTrusted(this);
    await saveNothingUnasked();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('yaml'), { recursive: true }).then(undefined, () => undefined);
    await deletePacks();
  });

  it('is offered where it is not there yet', async () => {
    const keys = labels(await complete('yaml/keys/rubricate.yaml', '¦\n'));
    for (const key of Object.keys({ ...wrong, 'an unknown key': undefined }).slice(0, -1)) assert.include(keys, key);
  });

  for (const [key, [text, name]] of Object.entries(completed)) {
    it(`has its values completed: ${key}`, async () => {
      await writeFile(`yaml/${key}/own/tea/pack.yaml`, '# Nothing yet.\n');
      assert.include(labels(await complete(`yaml/${key}/rubricate.yaml`, text)), name);
    });
  }

  it('has folders of packs completed that are below it, and no others', async () => {
    const config = 'yaml/folders/rubricate.yaml';
    for (const file of [
      'own/tea/pack.yaml',
      'own/tea/rubrics/brewing.yaml',
      'own/the best/pack.yaml',
      'alone/pack.yaml',
      'elsewhere/rubricate.yaml',
      'money/acme.offer.yaml',
      'node_modules/theirs/pack.yaml',
      '.rubricate/journal/pack.yaml',
    ])
      await writeFile(`yaml/folders/${file}`, '# Nothing yet.\n');
    const items = await complete(config, 'packs: [alone, ¦]\n');
    assert.deepEqual([...labels(items)].sort(), ['own', 'own/tea', 'own/the best']);
    const written = items.map(({ insertText }) =>
      insertText instanceof vscode.SnippetString ? insertText.value : insertText,
    );
    assert.include(written, '"own/the best"');
    assert.include(labels(await complete(config, 'packs:\n  - own/t¦\n')), 'own/tea');
    assert.notInclude(labels(await complete(config, 'company: ¦\n')), 'own');
  });

  it('is explained, and so are the names that stand in it', async () => {
    const { document } = await openText('yaml/hover/rubricate.yaml', whole);
    for (const [at, words] of [
      ['company', 'The company aimed at'],
      ['role', 'The role aimed at'],
      ['level', 'The level aimed at'],
      ['interview', 'The date of the interview'],
      ['hoursAWeek', 'Hours a week'],
      ['background', 'Where you come from'],
      ['packs', 'Folders of packs'],
      ['rubrics', 'Rubrics by file pattern'],
      ['software-engineer', 'Pinterest'],
      ['L5', 'L5'],
      ['system-design', 'system'],
    ] as const)
      assert.include(await hoverAt(document, at), words, at);
  });

  for (const [key, [text, marked]] of Object.entries(wrong)) {
    it(`is checked: ${key}`, async () => {
      const { document } = await openAt(`yaml/wrong-${key.replaceAll(' ', '-')}/rubricate.yaml`, `${text}¦`);
      const problem = await eventually(`a problem at "${marked}"`, () =>
        hintsOf(document.uri).find(({ range }) => document.getText(range).includes(marked)),
      );
      assert.isNotEmpty(problem.message);
    });
  }

  it('has nothing against it where it is right', async () => {
    const { document } = await openText('yaml/right/rubricate.yaml', whole.replace('packs: [packs]\n', ''));
    await new Promise((done) => setTimeout(done, 1_500));
    assert.deepEqual(
      hintsOf(document.uri).map(({ message }) => message),
      [],
    );
  });
});
