import { clockOf, fold, outlineOf, startMock } from '@rubricate/core/practice';
import type { ReviewReason } from '@rubricate/core/review';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { rowsOf as checklistRows } from '../../src/checklist/rows.ts';
import { targetOf } from '../../src/practice/target.ts';
import { chooseQuestion } from '../../src/practising/choose.ts';
import { statusSpoken, statusText, statusTooltip } from '../../src/practising/mock-words.ts';
import type { PractisingHost } from '../../src/practising/practising.ts';
import { matrixPage } from '../../src/practising/stories/matrix-page.ts';
import { readMatrix } from '../../src/practising/stories/read-stories.ts';
import { storiesRow } from '../../src/practising/stories/story-rows.ts';
import { reasonWords } from '../../src/reason-words.ts';
import { allRows, progressRows, withWorkspace } from './practice-support.ts';
import { frontMatter, judged, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { fileUri } from './support.ts';

const accents: Readonly<Record<string, string>> = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** A language nobody speaks: what was translated stands in brackets, and values that are put in stand outside. */
function pseudo(text: string, values: readonly unknown[]): string {
  const accented = text.replace(/\{(\d+)\}|[aeiounc]/g, (found, place?: string) =>
    place === undefined ? (accents[found] ?? found) : `⟧${String(values[Number(place)] ?? found)}⟦`,
  );
  return `⟦${accented}⟧`;
}

const own = vscode.l10n.t;
const speakPseudo = (): void => {
  const t = (text: string, ...values: readonly unknown[]): string => pseudo(text, values);
  Object.assign(vscode.l10n, { t });
};
const speakPlain = (): void => void Object.assign(vscode.l10n, { t: own });

/** Words outside of brackets that are no text of a pack or of an answer: somebody forgot to have them translated. */
function leaks(text: string, contents: string): readonly string[] {
  return text
    .replace(/⟦[^⟦⟧]*⟧/g, '\n')
    .replace(/\\/g, '')
    .replace(/\$\([a-z~-]+\)|\]\([^)]*\)|<br>|\*\*|\|/g, ' ')
    .split(/[\n·;:,()[\]]|—|\. |^- /m)
    .map((piece) => piece.trim().replace(/[.*_\s]+$|^[-*_#>\s]+/g, ''))
    .filter((piece) => /\p{L}{3,}/u.test(piece))
    .filter((piece) => !contents.includes(piece) && !/^(?:\w{3} )?\d{1,2}(?: \w{3})?$/.test(piece));
}

describe('In a language of brackets', () => {
  let log: vscode.LogOutputChannel;
  let contents = '';
  before(async function () {
    await skipUnlessTrusted(this);
    log = vscode.window.createOutputChannel('Rubricate pseudo-locale', { log: true });
    contents = await withWorkspace(log, ({ library }) => strings(library.packs).join('\n'));
  });
  beforeEach(speakPseudo);
  afterEach(async () => {
    speakPlain();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => log?.dispose());

  const leaksOf = (rows: readonly Readonly<Record<'label' | 'description' | 'spoken', string>>[]): readonly string[] =>
    rows.flatMap(({ label, description, spoken }) =>
      [label, description, spoken].flatMap((text) => leaks(text, contents)),
    );

  it('finds what is not translated, so that the rest of this means something', () => {
    assert.equal(vscode.l10n.t('{0} left', 'time'), '⟦⟧time⟦ léft⟧');
    assert.deepEqual(leaks(vscode.l10n.t('{0} left', 'zebra stripes'), contents), ['zebra stripes']);
    assert.deepEqual(leaks(vscode.l10n.t('nothing'), contents), []);
  });

  it('the progress tree shows only brackets and what packs say', async () => {
    const rows = allRows(await progressRows(log));
    assert.isNotEmpty(rows);
    assert.deepEqual([...new Set(leaksOf(rows))], []);
  });

  it('the checklist does', async () => {
    speakPlain();
    const editor = await openText('pseudo.md', `${frontMatter}## Scope\n\nRolls are out of scope.\n`);
    const judgement = await judged(editor.document.uri);
    speakPseudo();
    const rows = checklistRows(judgement).flatMap((row) => [row, ...row.rows, ...row.rows.flatMap((one) => one.rows)]);
    assert.isNotEmpty(rows);
    assert.equal([...new Set(leaksOf(rows))].join('\n'), '');
  });

  it('the reasons of a verdict do, each of them', () => {
    const reasons: readonly ReviewReason[] = [
      { code: 'expected-met', met: 1, expected: 3 },
      { code: 'missing', titles: ['000', '111'], more: 2 },
      { code: 'pitfalls', titles: ['000'], more: 0 },
      { code: 'under-bar', reading: 'below', atMost: 'lean-no' },
      { code: 'too-short', words: 20, from: 100, atMost: 'strong-no' },
      { code: 'gate-missing', title: '000', atMost: 'lean-no' },
      { code: 'gate-stands', title: '000', atMost: 'lean-yes' },
      ...(['disordered', 'glossary', 'word-list', 'denial'] as const).map(
        (nature) => ({ code: 'nature', nature }) as const,
      ),
      { code: 'elsewhere', kind: 'subject', said: 1, of: 9 },
      { code: 'elsewhere', kind: 'story', said: 1, of: 9 },
      { code: 'bar-met', bar: 'staff', met: 1, of: 2 },
      {
        code: 'next-bar',
        bar: 'senior',
        edits: [
          { title: '000', inPart: true },
          { title: '111', inPart: false },
        ],
        isEnough: true,
      },
      { code: 'next-bar', bar: 'staff', edits: [{ title: '000', inPart: false }], isEnough: false },
    ];
    assert.deepEqual(
      reasons.flatMap((reason) => leaks(reasonWords(reason), contents)),
      [],
    );
  });

  it('stories and their page do', async () => {
    await writeFile('stories/pseudo.md', '---\nstory: pseudo\n---\n\n# 0000\n\nWe baked.\n');
    const matrix = await withWorkspace(log, readMatrix);
    await vscode.workspace.fs.delete(fileUri('stories'), { recursive: true });
    if (!matrix) throw new Error('No pack judges stories.');
    assert.deepEqual([...new Set(leaksOf(allRows([storiesRow(matrix)])))], []);
    const page = matrixPage(matrix).replace(/\(file:[^)]*\)|\(vscode-[^)]*\)/g, '');
    assert.equal([...new Set(leaks(page, contents))].join('\n'), '');
  });

  it('the countdown of a mock interview does', () => {
    const mock = startMock(
      'a/b',
      [
        { heading: '', minutes: 5 },
        { heading: '000', minutes: 5 },
      ],
      0,
    );
    for (const now of [0, 400_000, 900_000]) {
      const texts = [statusText(mock, now), statusSpoken(mock, now), statusTooltip('000', mock, clockOf(mock, now))];
      assert.deepEqual(
        texts.flatMap((text) => leaks(text, contents)),
        [],
      );
    }
  });

  it('the list of what to practise does', async () => {
    const shown: vscode.QuickPickItem[] = [];
    const { showQuickPick } = vscode.window;
    Object.assign(vscode.window, {
      showQuickPick: async (items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
        shown.push(...items, { label: options.placeHolder ?? '' });
      },
    });
    try {
      await withWorkspace(log, (workspace) => {
        const target = targetOf(workspace);
        const outline = outlineOf({
          packs: workspace.library.packs,
          target: target && { pack: target.pack, level: target.level.id },
          progress: fold([]),
        });
        return chooseQuestion({ outline: async () => outline, pick: async () => undefined } as PractisingHost, '');
      });
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.isAbove(shown.length, 2);
    const texts = shown.flatMap(({ label, description = '', detail = '' }) => [label, description, detail]);
    assert.deepEqual(
      texts.flatMap((text) => leaks(text, contents)),
      [],
    );
  });
});

/** Every text in some data. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
