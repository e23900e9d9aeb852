import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Row } from '../../src/checklist/row.ts';
import { rowsOf } from '../../src/checklist/rows.ts';
import { frontMatter, judged, openText, skipUnlessTrusted } from './review-support.ts';

const flat = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...flat(row.rows)]);

describe('the checklist', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lists the dimensions, weakest first, then the pitfalls', async () => {
    const { document } = await openText(
      'rows.md',
      `${frontMatter}## Scope\n\nRolls are out of scope.\n\n## Plan\n\nThe machine simply works.\n`,
    );
    const rows = rowsOf(await judged(document.uri));
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['hire', 'level', 'dimension/baking', 'dimension/framing', 'pitfalls'],
    );
    assert.deepEqual(
      rows.slice(2).map(({ description }) => description),
      ['0 of 1', '1 of 1', '1'],
    );
  });

  it('says of each criterion where it is met or that it is missing, for the eye and for the ear', async () => {
    const { document } = await openText(
      'spoken.md',
      `${frontMatter}## Scope\n\nRolls are out of scope.\n\n## Plan\n\nIt bakes.\n`,
    );
    const rows = flat(rowsOf(await judged(document.uri)));
    const row = (ref: string) => rows.find((one) => one.ref === ref);
    assert.equal(row('oven/scope')?.description, '1 quote · line 8');
    assert.equal(row('oven/scope')?.icon, 'met');
    assert.equal(row('oven/minutes')?.description, 'missing');
    assert.equal(row('oven/minutes')?.icon, 'missing');
    assert.include(row('oven/minutes')?.spoken ?? '', 'Baking time, missing');
    assert.equal(row('oven/rest')?.description, 'a plus at staff', 'above the target level');
    for (const { spoken } of rows) assert.isNotEmpty(spoken);
  });

  it('leads to the evidence, or to where it belongs', async () => {
    const editor = await openText(
      'lead.md',
      `${frontMatter}## Scope\n\nRolls are out of scope.\n\n## Plan\n\nIt bakes.\n`,
    );
    const rows = flat(rowsOf(await judged(editor.document.uri)));
    for (const [ref, expected] of [
      ['oven/scope', 'Rolls are out of scope.'],
      ['oven/minutes', '## Plan'],
    ] as const) {
      const place = rows.find((one) => one.ref === ref)?.place;
      assert.isDefined(place);
      await vscode.commands.executeCommand('rubricate.goTo', editor.document.uri.toString(), place.start, place.end);
      assert.equal(editor.document.lineAt(editor.selection.start.line).text, expected);
    }
  });

  it('keeps its rows through an edit that changes no verdict', async () => {
    const editor = await openText(
      'calm.md',
      `${frontMatter}## Scope\n\nRolls are out of scope.\n\n## Plan\n\nIt bakes.\n`,
    );
    const before = rowsOf(await judged(editor.document.uri));
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => edit.insert(end, '\nThe shop opens at six.\n'));
    assert.deepEqual(rowsOf(await judged(editor.document.uri)), before);
  });

  it('tells of a dismissed criterion', async () => {
    const { document } = await openText(
      'dismissed.md',
      `${frontMatter}## Scope\n\nText.\n\n<!-- rubricate-dismiss oven/minutes: no oven here -->\n\n## Plan\n\nIt bakes.\n`,
    );
    const row = flat(rowsOf(await judged(document.uri))).find(({ ref }) => ref === 'oven/minutes');
    assert.equal(row?.description, 'dismissed');
    assert.include(row?.tooltip ?? '', 'no oven here');
  });

  it('has its view and evidence commands work', async () => {
    const { document } = await openText('evidence.md', `${frontMatter}## Scope\n\nRolls are out of scope.\n`);
    await judged(document.uri);
    await vscode.commands.executeCommand('rubricate.focusChecklist');
    await vscode.commands.executeCommand('rubricate.showEvidence');
    await vscode.commands.executeCommand('rubricate.showEvidence', 'oven/scope');
    await vscode.commands.executeCommand('rubricate.hideEvidence');
  });
});
