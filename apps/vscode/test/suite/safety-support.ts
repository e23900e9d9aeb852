import { assert } from 'chai';
import * as vscode from 'vscode';
import { isScalar, parseDocument, visit } from 'yaml';
import { fileUri } from './support.ts';

/** What Markdown, a page or a message would act on, if it came there as it is. */
export const hostile =
  '<img src=x onerror=alert(1)> <script>alert(2)</script> [go](command:workbench.action.quit) ![p](https://evil.example/p.png) <https://evil.example> https://evil.example/a mail@evil.example ](command:rubricate.newPack) `x` ';

/** The same where there is little room. */
const brief = '<img src=x onerror=1>[go](command:x) ';

/** Keys of a pack whose values people read, and those among them that are short. */
const read = new Set([
  ...[
    'about',
    'hint',
    'why',
    'when',
    'summary',
    'prompt',
    'text',
    'note',
    'publisher',
    'explanation',
    'title',
    'skill',
  ],
  ...['mid', 'senior', 'staff', 'met', 'partial', 'who', 'sells', 'weak', 'strong'],
]);
const short = new Set(['title', 'skill', 'hint']);

/** The pack of the test workspace with an attack in each text that people read, in a folder of its own. */
export async function writeHostilePack(folder: string): Promise<void> {
  const source = fileUri('packs/bakery');
  for (const [name] of await vscode.workspace.fs.readDirectory(source)) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, name));
    const document = parseDocument(new TextDecoder().decode(bytes));
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
        const name = String(key.value);
        // A sentence or a title; what begins small is a name or an expression.
        if (read.has(name) && /^[A-Z]/.test(value.value))
          value.value = `${short.has(name) ? brief : hostile}${value.value}`;
      },
    });
    const target = fileUri(`${folder}/${name}`);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(document.toString({ lineWidth: 0 })));
  }
}

/** What is left of a Markdown text without its escapes and without our own links. */
function bareOf(markdown: string): string {
  return (
    markdown
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/\]\(command:rubricate\.\w+\?[\w%.~!*'-]*\)/g, '')
      // Our own line breaks within the cells of tables, and our own dismissal comment, which is shown as code.
      .replaceAll('<br>', '')
      .replace(/```[\s\S]*?```/g, '')
  );
}

/** Fails where text of somebody else could become a link, a picture, HTML or mark-up. */
export function assertPlain(markdown: string, place: string): void {
  const bare = bareOf(markdown);
  assert.notInclude(bare, '<', `HTML in ${place}: ${markdown}`);
  assert.notInclude(bare, '](', `a link in ${place}: ${markdown}`);
  assert.notMatch(bare, /https?:\/\/evil|@evil/, `an address in ${place}: ${markdown}`);
}

type Shown = vscode.MarkdownString | vscode.MarkedString | string | undefined;

/** The same of what the editor is given; besides, it may run our commands at most, and reads no HTML. */
export function assertHarmless(shown: Shown, place: string): void {
  if (shown === undefined) return;
  if (typeof shown === 'string') {
    assertPlain(shown, place);
    return;
  }
  assert.isFalse('supportHtml' in shown && shown.supportHtml === true, `HTML is on in ${place}`);
  if ('isTrusted' in shown) {
    const { isTrusted } = shown;
    assert.notEqual(isTrusted, true, `every command may run in ${place}`);
    const commands = typeof isTrusted === 'object' ? isTrusted.enabledCommands : [];
    assert.deepEqual(
      commands.filter((id) => !id.startsWith('rubricate.')),
      [],
      place,
    );
  }
  assertPlain(shown.value, place);
}
