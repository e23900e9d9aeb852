import { matchesGlob } from '@rubricate/core/review';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, codesOf, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf, readRunFacts } from './support.ts';

/** Texts of the packs that ship; which verdicts they get is the packs' business. */
const shipped = '---\nquestion: pinterest/home-feed\nlevel: L5\n---\n\n# Home feed\n\nWe use a cache.\n';

class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}

describe('wherever a text is', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('the packs that ship judge it, trusted or not', async () => {
    const { document } = await openText('shipped.md', shipped);
    const judgement = await (await api()).review(document.uri);
    assert.isTrue(judgement?.ok, judgement?.ok === false ? judgement.reason.message : 'no judgement');
  });

  it('the packs of a folder count only where it is trusted', async () => {
    const { document } = await openText('own-pack.md', '---\nquestion: bakery/oven-plan\nlevel: L2\n---\n\n# Oven\n');
    const judgement = await (await api()).review(document.uri);
    assert.equal(judgement?.ok, (await readRunFacts()).trust === 'off');
  });

  it('a document of a virtual file system is judged', async () => {
    const files = new MemoryFiles();
    const registration = vscode.workspace.registerFileSystemProvider('rubricate-test', files);
    try {
      const uri = vscode.Uri.parse('rubricate-test:/answer.md');
      files.writeFile(uri, new TextEncoder().encode(shipped));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const judgement = await (await api()).review(uri);
      assert.isTrue(judgement?.ok);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      registration.dispose();
    }
  });

  it('a text above 2 MB is left alone, and says so', async () => {
    const line = 'A line of a very long text that nobody would judge.\n';
    const { document } = await openText('large.md', shipped + line.repeat(Math.ceil(2_000_001 / line.length)));
    const judgement = await (await api()).review(document.uri);
    assert.isFalse(judgement?.ok);
    assert.equal(judgement?.ok === false ? judgement.reason.code : '', 'too-large');
    assert.include(judgement?.ok === false ? judgement.reason.message : '', '2 MB');
  });
});

describe('what a workspace brings', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is read again when a rubricate.yaml appears', async () => {
    const { document } = await openText('later/notes.md', '# Plan\n\nThe machine simply works.\n');
    assert.isFalse((await (await api()).review(document.uri))?.ok);
    await writeFile('later/rubricate.yaml', 'packs: [../packs]\nrubrics: { "*.md": [oven] }\n');
    await eventually('a judgement', async () => (await (await api()).review(document.uri))?.ok);
    await eventually('hints', () => codesOf(hintsOf(document.uri)).includes('oven/magic'));
  });

  it('that is wrong in a pack shows in its file, and the other packs work', async () => {
    await writeFile(
      'broken/packs/odd/pack.yaml',
      'id: odd\ntitle: Odd\nabout: A pack with a slip.\ncompany: odd\nrole: any\nlevls: []\n',
    );
    await writeFile('broken/rubricate.yaml', 'packs: [packs/odd]\n');
    const { document } = await openText('broken/answer.md', shipped);
    assert.isTrue((await (await api()).review(document.uri))?.ok);
    const uri = fileUri('broken/packs/odd/pack.yaml');
    const problems = await eventually('problems', () => hintsOf(uri));
    assert.isTrue(problems.some(({ message }) => message.includes('levls')));
  });
});

describe('a file pattern', () => {
  it('matches as people expect', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['docs/a.md', 'docs/*.md', true],
      ['docs/deep/a.md', 'docs/*.md', false],
      ['docs/deep/er/a.md', 'docs/**/*.md', true],
      ['docs/a.md', 'docs/**/*.md', true],
      ['docs/a.md', '**', true],
      ['a.markdown', '*.{md,markdown}', true],
      ['a.txt', '*.{md,markdown}', false],
      ['ab.md', '?.md', false],
      ['a.md', './a.md', true],
    ];
    for (const [path, pattern, expected] of cases)
      assert.equal(matchesGlob(path, pattern), expected, `${path} ${pattern}`);
  });

  it('cannot be made slow', () => {
    const started = Date.now();
    assert.isFalse(matchesGlob(`${'a'.repeat(2_000)}b`, `${'*a'.repeat(200)}`));
    assert.isFalse(matchesGlob(`${'a/'.repeat(500)}b`, `${'**/'.repeat(200)}c`));
    assert.isBelow(Date.now() - started, 500);
  });
});
