import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  complete,
  deletePacks,
  hoverAt,
  inFolder,
  labelOf,
  labels,
  openAt,
  pack,
  problemWith,
  saveNothingUnasked,
  type,
  untilFine,
  writePack,
} from './pack-authoring-support.ts';
import { api, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf, openFile, readRunFacts } from './support.ts';

const evidence = 'packs/tea/evidence.yaml';

async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

const snippetOf = (item: vscode.CompletionItem | undefined): string =>
  item?.insertText instanceof vscode.SnippetString ? item.insertText.value : '';

const aboutOf = (item: vscode.CompletionItem | undefined): string =>
  item?.documentation instanceof vscode.MarkdownString ? item.documentation.value : '';

describe('a pack that is being written', () => {
  let folder = '';
  before(async function () {
    await skipUnlessTrusted(this);
    await saveNothingUnasked();
  });
  beforeEach(async () => {
    if ((await readRunFacts()).trust !== 'off') return;
    folder = await writePack();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deletePacks();
  });

  it('has its keys completed by where the cursor stands, those needed first, with what they mean', async () => {
    const items = await complete(`${folder}/packs/tea/more.yaml`, 'sources:\n  - id: leaflet\n    ¦\n');
    assert.includeMembers(labels(items), ['title', 'publisher', 'date', 'kind', 'url']);
    assert.notInclude(labels(items), 'id');
    const [first] = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.equal(first && labelOf(first), 'title');
    const title = items.find((item) => labelOf(item) === 'title');
    assert.include(aboutOf(title), 'source');
  });

  it('has a key with needed keys below it written as a snippet', async () => {
    const items = await complete(`${folder}/packs/tea/more.yaml`, 'sou¦\n');
    const sources = items.find((item) => labelOf(item) === 'sources');
    const snippet = snippetOf(sources);
    assert.match(snippet, /^sources:\n {2}- id: \$1\n {4}title: \$2\n/);
    assert.include(snippet, '|article,paper,');
  });

  it('has values and names completed: sources, criteria, signals, concepts, quantities and shapes', async () => {
    const file = `${folder}/packs/tea/more.yaml`;
    const rubric = 'rubrics:\n  - id: a\n    criteria:\n      - id: b\n        ';
    assert.include(labels(await complete(file, `${rubric}from: ¦\n`)), 'senior');
    assert.include(labels(await complete(file, `${rubric}source: ¦\n`)), 'almanac');
    assert.include(labels(await complete(file, 'rules:\n  ¦\n')), 'brewing/minutes');
    const signals = labels(await complete(file, 'rules:\n  a/b: { met: tea¦ }\n'));
    assert.includeMembers(signals, ['tea-timed', 'tea-named']);
    const terms = labels(await complete(file, 'signals:\n  x: { all: ["tea-leaf|¦"] }\n'));
    assert.includeMembers(terms, ['tea-leaf', '#time', '@flow']);
    assert.isTrue(terms.length > 200, 'those of foundations too');
    assert.include(labels(await complete(file, 'questions:\n  - id: tea/x\n    rubrics: [¦]\n')), 'brewing');
    assert.include(labels(await complete(file, 'loop:\n  rounds:\n    - levels: [¦]\n')), 'T1');
    assert.include(labels(await complete(file, 'extends: [¦]\n')), 'foundations');
  });

  it('gets quotes round what YAML would take for a comment', async () => {
    const items = await complete(`${folder}/packs/tea/more.yaml`, 'signals:\n  x: { all: [tea-leaf, #ti¦] }\n');
    const time = items.find((item) => labelOf(item) === '#time');
    assert.equal(snippetOf(time), '"#time"');
  });

  it('offers only what a kind of card has', async () => {
    const file = `${folder}/packs/tea/more.yaml`;
    const cloze = labels(await complete(file, 'cards:\n  - id: a\n    kind: cloze\n    ¦\n'));
    assert.include(cloze, 'accepted');
    assert.notInclude(cloze, 'tolerance');
  });

  it('tells what keys mean and names stand for', async () => {
    const { document } = await openText(`${folder}/${evidence}`, pack[evidence]);
    assert.include(await hoverAt(document, 'partial:'), 'partly met');
    assert.include(await hoverAt(document, 'tea-leaf, "#'), 'leaf, leaves');
    assert.include(await hoverAt(document, 'brewing/minutes'), 'Steeping time');
    const rubric = await openFile(`${folder}/packs/tea/rubric.yaml`);
    const source = await hoverAt(rubric.document, 'almanac');
    assert.include(source, 'The tea almanac');
    assert.include(source, '2026-06');
  });

  it('is checked while it is written, before it is saved, at the very words', async () => {
    const { document } = await openText(`${folder}/${evidence}`, pack[evidence]);
    await untilFine(document.uri);
    await type(document, 'met: tea-timed', 'met: tea-timd');
    const problem = await problemWith(document.uri, 'tea-timd');
    assert.equal(document.getText(problem.range), 'tea-timd');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.isTrue(document.isDirty);
    await type(document, 'tea-timd', 'tea-timed');
    await untilFine(document.uri);
  });

  it('offers the nearest right name, for keys, values and names within names', async () => {
    const { document } = await openText(`${folder}/${evidence}`, pack[evidence]);
    const cases: readonly (readonly [string, string, string, string, string?])[] = [
      ['partial: tea-named', 'partal: tea-named', 'partal', 'partial'],
      ['"#time"', '"#time|#percnt"', 'percnt', 'percent'],
      ['all: [tea-leaf] }', 'all: [tea-leaf], within: blok }', 'blok', 'block', 'unit, block, chunk'],
      ['brewing/minutes', 'brewing/minuts', 'brewing/minuts', 'brewing/minutes'],
    ];
    for (const [right, wrong, name, nearest, said] of cases) {
      await type(document, right, wrong);
      const problem = await problemWith(document.uri, said ?? name);
      assert.equal(document.getText(problem.range), name);
      const fix = await eventually('the fix', async () =>
        (await fixesAt(document.uri, problem.range)).find(({ title }) => title === `Change to "${nearest}"`),
      );
      assert.isDefined(fix.edit);
      await vscode.workspace.applyEdit(fix.edit);
      assert.equal(document.getText(), pack[evidence].replace(right, wrong.replace(name, nearest)));
      await type(document, wrong.replace(name, nearest), right);
      await untilFine(document.uri);
    }
  });

  it('has all its wrong names marked, also while something else in it is wrong', async () => {
    const { document } = await openText(`${folder}/${evidence}`, pack[evidence]);
    await untilFine(document.uri);
    await type(document, 'partial: tea-named', 'partal: tea-nmed');
    const key = await problemWith(document.uri, 'partal');
    assert.match(key.message, /^Unknown key/);
    // A value of a key that nobody knows stands for nothing; that of the key beside it does.
    await type(document, 'tea-timed, ', 'tea-timd, ');
    const name = await problemWith(document.uri, 'tea-timd');
    assert.equal(document.getText(name.range), 'tea-timd');
    assert.include(name.message, '"tea-timed"');
  });

  it('has what nothing uses faintly marked', async () => {
    const text = pack[evidence].replace('rules:', '  tea-spare: { all: [tea-leaf] }\nrules:');
    const { document } = await openText(`${folder}/${evidence}`, text);
    const problem = await problemWith(document.uri, 'tea-spare');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
    assert.deepEqual(problem.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  it('judges answers as it stands, and as it stood while it cannot be read', async () => {
    await writeFile(`${folder}/answer.md`, '---\nrubric: brewing\n---\n\n## Plan\n\nThe herbs steep for 3 minutes.\n');
    const answer = await openFile(`${folder}/answer.md`);
    const status = async (): Promise<string | undefined> => {
      const judgement = await (await api()).review(answer.document.uri);
      return judgement?.ok ? judgement.review.criteria[0]?.status : undefined;
    };
    assert.equal(await status(), 'missing');
    const { document } = await openText(`${folder}/${evidence}`, pack[evidence]);
    await type(document, '[leaf, leaves]', '[leaf, leaves, herbs]');
    await eventually('the unsaved phrase to count', async () => (await status()) === 'met');
    await type(document, 'concepts:', 'concepts: [');
    await eventually('the problem', () => hintsOf(document.uri).length > 0);
    assert.equal(await status(), 'met');
  });

  it('has warnings where something in it does not work as its author means it', async () => {
    const { document } = await openText(
      `${folder}/packs/tea/rubric.yaml`,
      pack['packs/tea/rubric.yaml'].replace('The leaves steep for 3 minutes.', 'Steep it well.'),
    );
    const problem = await problemWith(document.uri, 'strong example');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(problem.range), 'Steep it well.');
  });

  it('counts from the moment a new file of it is there', async () => {
    await openFile(`${folder}/${evidence}`);
    await untilFine(inFolder(folder, evidence));
    await writeFile(`${folder}/packs/tea/late.yaml`, 'soruces: []\n');
    await problemWith(inFolder(folder, 'packs/tea/late.yaml'), 'soruces');
    await vscode.workspace.fs.delete(inFolder(folder, 'packs/tea/late.yaml'));
    await untilFine(inFolder(folder, 'packs/tea/late.yaml'));
  });

  it('has the signs and phrases of its failures checked, each at its own words', async () => {
    await writeFile(
      `${folder}/packs/tea/drills.yaml`,
      [
        'drillParts:',
        ...['  impact: { all: [tea-laef] }', '  detection: { all: [tea-leaf] }'],
        ...['  degradation: { all: [tea-leaf] }', '  recovery: { all: [tea-leaf] }'],
        'drills:',
        ...['  - id: kettle', '    kind: failure', '    title: No kettle', '    rubrics: [brewing]'],
        ...['    component: the kettle', '    about: ["{kettle,pot is gone"]'],
        ...['    inject: It is gone.', '    asks: [Who waits]', ''],
      ].join('\n'),
    );
    const uri = inFolder(folder, 'packs/tea/drills.yaml');
    await vscode.window.showTextDocument(uri);
    const name = await problemWith(uri, 'No concept is named "tea-laef". Did you mean "tea-leaf"?');
    const phrase = await problemWith(uri, 'opens a group that is not closed');
    const { document } = await openFile(`${folder}/packs/tea/drills.yaml`);
    assert.equal(document.getText(name.range), 'tea-laef');
    assert.equal(phrase.range.start.line, 11);
    assert.include(document.getText(phrase.range), '{kettle,pot is gone');
  });
});

describe('a YAML file of somebody else', () => {
  it('is left alone', async () => {
    const { document, position } = await openAt('elsewhere/settings.yaml', 'sou¦\nlevls: []\n');
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    // Words of other files may be offered, as everywhere; no keys of packs.
    assert.notInclude(labels(items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)), 'sources');
    assert.isEmpty(hintsOf(document.uri));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('a folder of packs that nobody has trusted yet', () => {
  it('is not read', async function () {
    if ((await readRunFacts()).trust === 'off') this.skip();
    const folder = await writePack({ 'packs/tea/pack.yaml': 'id: tea\nlevls: []\n' });
    const { document, position } = await openAt(`${folder}/packs/tea/pack.yaml`, 'id: tea\nsou¦\nlevls: []\n');
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    assert.notInclude(labels(items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)), 'sources');
    assert.isEmpty(hintsOf(document.uri));
    assert.isUndefined(await vscode.commands.executeCommand('rubricate.checkPacks'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('rubricate.yaml', () => {
  before(async function () {
    await skipUnlessTrusted(this);
    await saveNothingUnasked();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deletePacks();
  });

  it('has its keys and the names of packs completed', async () => {
    const file = 'config-1/rubricate.yaml';
    const keys = labels(await complete(file, 'company: pinterest\n¦\n'));
    assert.includeMembers(keys, ['role', 'level', 'interview', 'packs']);
    assert.notInclude(keys, 'company');
    assert.include(labels(await complete(file, 'company: ¦\n')), 'pinterest');
    assert.include(labels(await complete(file, 'company: pinterest\nrole: ¦\n')), 'software-engineer');
    assert.include(labels(await complete(file, 'company: pinterest\nrole: software-engineer\nlevel: ¦\n')), 'L5');
    assert.include(labels(await complete(file, 'rubrics:\n  "*.md": [¦]\n')), 'system-design');
  });

  it('tells what its keys mean', async () => {
    const { document } = await openText('config-2/rubricate.yaml', 'company: pinterest\nhoursAWeek: 5\n');
    assert.include(await hoverAt(document, 'hoursAWeek'), 'Hours a week');
  });

  it('is checked while it is written, and offers the nearest name of a pack', async () => {
    const { document } = await openText('config-3/rubricate.yaml', 'company: pinterest\nrole: software-engineer\n');
    await type(document, 'pinterest', 'pintrest');
    const problem = await problemWith(document.uri, 'pintrest');
    assert.equal(document.getText(problem.range), 'pintrest');
    const fixes = await fixesAt(document.uri, problem.range);
    assert.include(
      fixes.map(({ title }) => title),
      'Change to "pinterest"',
    );
    await type(document, 'role:', 'rolle:');
    const key = await problemWith(document.uri, 'rolle');
    assert.equal(document.getText(key.range), 'rolle');
    assert.isTrue(document.isDirty);
  });

  it('says which folders of packs are not read, and why', async () => {
    const names = ['../../..', '/etc', 'nowhere', 'packs'];
    const folder = await writePack({ 'rubricate.yaml': `packs:\n${names.map((name) => `  - ${name}\n`).join('')}` });
    const { document } = await openFile(`${folder}/rubricate.yaml`);
    const found = await eventually('the problems', () => {
      const problems = hintsOf(document.uri);
      return problems.length === 3 ? problems : undefined;
    });
    assert.sameMembers(
      found.map(({ range }) => document.getText(range)),
      names.slice(0, 3),
    );
    assert.include(found.find(({ range }) => document.getText(range) === '../../..')?.message, 'outside');
    // The pack beside them works.
    assert.include(labels(await complete(`${folder}/packs/tea/more.yaml`, 'rules:\n  ¦\n')), 'brewing/minutes');
    assert.isEmpty(hintsOf(fileUri(`${folder}/packs/tea/pack.yaml`)));
  });
});
