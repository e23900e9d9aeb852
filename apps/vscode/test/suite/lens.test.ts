import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Row } from '../../src/checklist/row.ts';
import { rowsOf } from '../../src/checklist/rows.ts';
import type { Judged } from '../../src/services.ts';
import { api, codesOf, frontMatter, judged, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');
const flat = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...flat(row.rows)]);
const rowOf = (judgement: Judged, ref: string): Row | undefined =>
  flat(rowsOf(judgement)).find((row) => row.ref === ref);

/** The page that compares the lenses of the active answer. */
const pageThrough = async (pack: string, level: string): Promise<string> => {
  await run('compareLenses', { pack, level });
  const uri = await eventually('the page', () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [input.uri] : []))
      .find(({ scheme, query }) => scheme === 'rubricate-lenses' && query.includes(pack)),
  );
  return (await vscode.workspace.openTextDocument(uri)).getText();
};

/** Opens on the people and never reaches the data. */
const opensOnUsers = `---
question: pinterest/data-quality-incident
level: L5
---

Users are not seeing relevant Pins, and that is the first thing I would care about. People lose trust when the home feed
shows them things they did not ask for, and people who lose trust come back less often. I would talk to the support team,
read what creators say, and write down the three complaints that come up most. Then I would bring these complaints to the
leads and agree with them which one to work on first this quarter.
`;

const opensOnDeveloper = `---
question: pinecone/database-feature
level: senior-product-manager
---

The developer at a legal search company today writes her own script to join filters with vectors; it takes her two days a
week, and 30 percent of the queries return nothing.
`;

describe('the lenses of the roles', () => {
  before(async () => {
    await api();
  });
  afterEach(closeAll);

  it('take an opening on users for a pitfall in one role and not in the other, and change no letter of the text', async () => {
    const { document } = await openText('users-first.md', opensOnUsers);
    await run('reviewNow');
    const ref = 'data-incident/user-impact-first';
    await eventually('the hint', () => codesOf(hintsOf(document.uri)).includes(ref));
    assert.equal(rowOf(await judged(document.uri), ref)?.kind, 'pitfall');

    await run('judgeThrough', { pack: 'pinecone-pm', level: 'senior-product-manager' });
    const lensed = await judged(document.uri);
    assert.equal(lensed.target.lens.pack.id, 'pinecone-pm');
    assert.equal(rowOf(lensed, ref)?.kind, 'criterion.off');
    assert.include(rowOf(lensed, ref)?.tooltip ?? '', 'is right here', 'the reason of the role');
    await eventually('the hint to go', () => !codesOf(hintsOf(document.uri)).includes(ref));
    assert.equal(document.getText(), opensOnUsers);
    assert.isFalse(document.isDirty);

    await run('ownLens');
    assert.equal((await judged(document.uri)).target.lens.pack.id, 'pinterest-data-pm');
    await eventually('the hint to come back', () => codesOf(hintsOf(document.uri)).includes(ref));
  });

  it('are set side by side with the words in question, how each counts them, why, and who says so', async () => {
    const { document } = await openText('users-first.md', opensOnUsers);
    await run('reviewNow');
    await judged(document.uri);
    const page = await pageThrough('pinecone-pm', 'senior-product-manager');
    assert.include(page, '### User story instead of data');
    assert.include(page, 'The answer opens on user or business impact', 'what is meant, where no words can be quoted');
    assert.match(page, /\*\*Pinterest, .*L5\*\*: counts against you .*, in this text: \*\*speaks against you\*\*/);
    assert.match(page, /\*\*Pinecone, .*Senior Product Manager\*\*: does not count, .*: \*\*changes nothing\*\*/);
    assert.match(page, /the data comes before the people who see it/);
    assert.match(page, /undated\. .*Claimed/);
    assert.include(page, 'Hire signal');
  });

  it('turn the sign of an opening on a developer', async () => {
    const { document } = await openText('developer-first.md', opensOnDeveloper);
    const ref = 'vector-product/user-problem';
    assert.equal(rowOf(await judged(document.uri), ref)?.icon, 'met');
    await run('judgeThrough', { pack: 'pinterest-data-pm', level: 'L5' });
    const row = rowOf(await judged(document.uri), ref);
    assert.include(row?.description ?? '', 'counts against you here');
    assert.equal(row?.icon, 'pitfall');
  });

  it('weigh the form of a story, a colleague’s reason and a dashboard differently, and say why', async () => {
    await openText(
      'story.md',
      '---\nquestion: pinterest/data-pushback\nlevel: L5\n---\n\nIn March the ads pipeline had lost 8 percent of its events. My task was to decide on the launch.\n',
    );
    const story = await pageThrough('pinecone-pm', 'senior-product-manager');
    assert.include(story, '## Weighs more or less');
    assert.match(story, /1\\?\.5 times in Pinterest.*, 0\\?\.5 times in Pinecone/);
    assert.match(story, /No form such as STAR is asked for here/);
    assert.match(story, /Being correct is said to rank above being agreed with/);
    await closeAll();
    await openText(
      'dashboard.md',
      '---\nquestion: pinterest/home-feed\nlevel: L5\n---\n\n## Monitoring\n\nA dashboard shows the p99 latency of the ranker, and an alert pages us above 200 ms.\n',
    );
    const design = await pageThrough('pinterest-data-pm', 'L5');
    assert.match(design, /a chart does not repair the data it shows/);
    assert.match(design, /does not know the rubric/, 'what is added for one question is of one pack alone');
  });
});

/** Another role of the bakery: it turns one criterion, switches one off and likes what the baker must not do. */
const seller = `id: bakery-seller
title: The bakery, seller
about: A pack for tests.
company: bakery
role: seller
extends: [bakery-baker]
levels:
  - { id: S1, title: Seller, bar: senior, summary: Sells., expects: [A smile.] }
overrides:
  oven/scope: { weight: -1, why: A seller turns nobody away., source: gazette }
  oven/minutes: { weight: 0, why: A seller has no oven. }
  oven/magic: { weight: -1, why: A seller may promise. }
`;

describe('another lens for one document', () => {
  const text = `${frontMatter}## Scope\n\nRolls are out of scope.\n\n## Plan\n\nThe machine simply works.\n`;
  const through = (level = 'S1'): Thenable<void> => run('judgeThrough', { pack: 'bakery-seller', level });

  before(async function () {
    await skipUnlessTrusted(this);
    await writeFile('packs/seller/pack.yaml', seller);
    const { document } = await openText('ready.md', text);
    await eventually('the pack to be read', async () => {
      await through();
      return (await judged(document.uri)).target.lens.pack.id === 'bakery-seller';
    });
    await closeAll();
  });
  after(async () => {
    await vscode.workspace.fs.delete(fileUri('packs/seller'), { recursive: true }).then(undefined, () => undefined);
  });
  afterEach(closeAll);

  it('turns, switches off and likes what its overrides say, in the checklist and in the hints', async () => {
    const { document } = await openText('seller.md', text);
    await eventually('the baker’s hints', () => codesOf(hintsOf(document.uri)).includes('oven/minutes'));
    await through();
    const judgement = await judged(document.uri);
    assert.include(rowOf(judgement, 'oven/scope')?.description ?? '', 'counts against you here');
    assert.include(rowOf(judgement, 'oven/scope')?.tooltip ?? '', 'turns nobody away');
    assert.equal(rowOf(judgement, 'oven/minutes')?.kind, 'criterion.off');
    assert.equal(rowOf(judgement, 'oven/magic')?.description, 'counts for you here');
    await eventually('the hints to follow', () => {
      const codes = codesOf(hintsOf(document.uri));
      return !codes.includes('oven/minutes') && !codes.includes('oven/magic');
    });
    const [lens] = rowsOf(judgement);
    assert.equal(lens?.kind, 'lens');
    assert.equal(lens?.label, 'The bakery, seller · S1');
    assert.include(lens?.tooltip ?? '', 'The bakery, baker · L2');
  });

  it('says in the lens over the text and in the hover whose eyes it has', async () => {
    const { document } = await openText('seller-hover.md', text);
    await judged(document.uri);
    await through();
    await judged(document.uri);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      9,
    );
    assert.isTrue(lenses.some(({ command }) => command?.title.includes('through the lens The bakery, seller')));
    const position = document.positionAt(text.indexOf('Rolls are out') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const hover = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.include(hover, 'counts against you');
    assert.include(hover, 'A seller turns nobody away');
    assert.include(hover, 'The bakery gazette');
    assert.include(hover, 'Claimed: nobody else is known to confirm it.');
  });

  it('follows the text as it is written', async () => {
    const editor = await openText('seller-typed.md', text);
    const { document } = editor;
    await judged(document.uri);
    await through();
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(document.lineCount, 0), '\nThe oven stays on for 50 minutes.\n'),
    );
    assert.equal((await judged(document.uri)).target.lens.pack.id, 'bakery-seller');
  });

  it('is forgotten once the document is closed', async () => {
    await writeFile('seller-closed.md', text);
    const uri = fileUri('seller-closed.md');
    // A document that a test opens by itself is held for minutes; one that the window opens closes with its tab.
    const open = async (): Promise<vscode.TextDocument> => {
      await vscode.commands.executeCommand('vscode.open', uri);
      return eventually('the document', () => {
        const document = vscode.window.activeTextEditor?.document;
        return document?.uri.toString() === uri.toString() ? document : undefined;
      });
    };
    const document = await open();
    await judged(uri);
    await through();
    assert.equal((await judged(uri)).target.lens.pack.id, 'bakery-seller');
    await closeAll();
    await eventually('it to close', () => document.isClosed);
    await open();
    assert.equal((await judged(uri)).target.lens.pack.id, 'bakery-baker');
  });

  it('does not decide what an attempt is recorded as', async () => {
    const { document } = await openText('seller-attempt.md', text);
    await judged(document.uri);
    await through();
    const file = await run<vscode.Uri | undefined>('recordAttempt');
    if (!file) throw new Error('Nothing was recorded.');
    const event = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    assert.include(event, { pack: 'bakery-baker', level: 'L2' });
    assert.include(event.review.pitfalls, 'oven/magic');
    await vscode.workspace.fs.delete(file);
  });

  it('that does not know the rubric says so, and leaves the text to its own', async () => {
    const { document } = await openText('seller-unknown.md', text);
    await judged(document.uri);
    await run('judgeThrough', { pack: 'pinecone-pm', level: 'senior-product-manager' });
    const judgement = await judged(document.uri);
    assert.equal(judgement.target.lens.pack.id, 'bakery-baker');
    const [lens] = rowsOf(judgement);
    assert.equal(lens?.kind, 'lens');
    assert.include(lens?.rows[0]?.label ?? '', 'has none of the rubrics of this text (oven)');
    assert.include(await pageThrough('pinecone-pm', 'senior-product-manager'), 'has none of the rubrics');
  });

  it('compares what it flips, and what makes no difference to this text apart', async () => {
    const { document } = await openText('seller-compare.md', text);
    await judged(document.uri);
    const page = await pageThrough('bakery-seller', 'S1');
    assert.match(page, /### Scope\n\n> Rolls are out of scope/);
    assert.match(page, /The bakery, baker · L2\*\*: asked for, met: \*\*speaks for you\*\*/);
    assert.match(page, /The bakery, seller · S1\*\*: counts against you, met: \*\*speaks against you\*\*/);
    assert.match(page, /A seller turns nobody away\\\. Source: The bakery gazette, Gazette, 2026\\-06/);
    const [telling = '', silent = ''] = page.split('## Counted differently, with no difference to this text');
    assert.include(telling, '### Baking time');
    assert.notInclude(silent, 'Baking time');
  });

  it('keeps the page in step with the text', async () => {
    const editor = await openText('seller-live.md', text);
    await judged(editor.document.uri);
    assert.include(await pageThrough('bakery-seller', 'S1'), '### Magic');
    const at = text.indexOf('The machine simply works.');
    const range = new vscode.Range(
      editor.document.positionAt(at),
      editor.document.positionAt(at + 'The machine simply works.'.length),
    );
    await editor.edit((edit) => edit.replace(range, 'It bakes.'));
    await eventually('the page to follow', () =>
      vscode.workspace.textDocuments.some(
        (document) =>
          document.uri.scheme === 'rubricate-lenses' &&
          document.uri.query.includes('seller-live') &&
          !document.getText().includes('### Magic'),
      ),
    );
  });
});
