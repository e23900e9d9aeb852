import * as vscode from 'vscode';
import { openText, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf } from './support.ts';

/** A pack in a folder of its own, which a `rubricate.yaml` there names. */
export const pack = {
  'rubricate.yaml': 'packs: [packs]\n',
  'packs/tea/pack.yaml': [
    'id: tea-brewer',
    'title: The tea house, brewer',
    'about: A pack for tests.',
    'company: tea',
    'role: brewer',
    'extends: [foundations]',
    'levels:',
    '  - { id: T1, title: Brewer, bar: mid, summary: Brews., expects: [Hot water.] }',
    'sources:',
    '  - { id: almanac, title: The tea almanac, publisher: Almanac, date: "2026-06", kind: article }',
    '',
  ].join('\n'),
  'packs/tea/rubric.yaml': [
    'rubrics:',
    '  - id: brewing',
    '    title: Brewing',
    '    about: What a plan for a pot has to show.',
    '    dimensions: [{ id: pot, title: Pot }]',
    '    criteria:',
    '      - id: minutes',
    '        dimension: pot',
    '        from: mid',
    '        title: Steeping time',
    '        hint: Say how many minutes the leaves steep.',
    '        why: Leaves turn bitter.',
    '        bars: { mid: One time., senior: A time for each tea., staff: Times that adapt. }',
    '        earns: { met: A time for the leaves., partial: The leaves are named. }',
    '        weak: It steeps for a while.',
    '        strong: The leaves steep for 3 minutes.',
    '        belongs: [Plan]',
    '        source: almanac',
    '',
  ].join('\n'),
  'packs/tea/evidence.yaml': [
    'concepts:',
    '  tea-leaf: [leaf, leaves]',
    'signals:',
    '  tea-timed: { all: [tea-leaf, "#time"] }',
    '  tea-named: { all: [tea-leaf] }',
    'rules:',
    '  brewing/minutes: { met: tea-timed, partial: tea-named }',
    '',
  ].join('\n'),
} as const;

let count = 0;
const written: string[] = [];

/** Writes the pack into a folder of its own, some files otherwise, and returns the folder's name. */
export async function writePack(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  count += 1;
  const folder = `authoring-${count}`;
  const company = `tea${count}`;
  written.push(folder);
  const files: Readonly<Record<string, string>> = { ...pack, ...changed };
  for (const [name, text] of Object.entries(files).reverse())
    await writeFile(
      `${folder}/${name}`,
      text.replaceAll('id: tea-brewer', `id: ${company}-brewer`).replaceAll('company: tea\n', `company: ${company}\n`),
    );
  return folder;
}

/** Deletes the packs that were written: each one that stays is read with the others. */
export async function deletePacks(): Promise<void> {
  for (; written.length > 0; written.pop())
    await vscode.workspace.fs.delete(fileUri(written.at(-1) ?? ''), { recursive: true });
}

/** The name of the pack that was written into a folder. */
export const idOf = (folder: string): string => `${folder.replace('authoring-', 'tea')}-brewer`;

/**
 * Opens a file with `¦` where the cursor is, which is taken out, and returns its document and that place. A document that is
 * open already is written over and not saved.
 */
export async function openAt(
  name: string,
  marked: string,
): Promise<{ readonly document: vscode.TextDocument; readonly position: vscode.Position }> {
  const text = marked.replace('¦', '');
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === fileUri(name).toString());
  if (open) await type(open, open.getText(), text);
  const document = open ?? (await openText(name, text)).document;
  return { document, position: document.positionAt(marked.indexOf('¦')) };
}

/** Writes into the open document without saving it. */
export async function type(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const at = document.getText().indexOf(old);
  if (at < 0) throw new Error(`${document.fileName} has no "${old}".`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + old.length)), text);
  await vscode.workspace.applyEdit(edit);
}

/** What the editor offers at a place, of all providers; asked again until the features have been loaded. */
export async function complete(name: string, marked: string): Promise<readonly vscode.CompletionItem[]> {
  const { document, position } = await openAt(name, marked);
  return eventually('completions', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
  });
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

export const labels = (items: readonly vscode.CompletionItem[]): string[] => items.map(labelOf);

/** The text of the hovers at a text of a document. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text) + 1);
  const found = await eventually(`a hover on ${text}`, async () =>
    vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at),
  );
  return found
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\\(.)/g, '$1');
}

/** The problem of a file whose message holds a text. */
export async function problemWith(uri: vscode.Uri, text: string): Promise<vscode.Diagnostic> {
  return eventually(`a problem with "${text}"`, () => hintsOf(uri).find(({ message }) => message.includes(text)));
}

/** Until nothing is wrong in a file. */
export async function untilFine(uri: vscode.Uri): Promise<void> {
  await eventually('no problems', () => hintsOf(uri).length === 0);
}

export const inFolder = (folder: string, name: string): vscode.Uri => fileUri(`${folder}/${name}`);

/** In a browser, files are saved a second after they were changed; a test of unsaved text has to say when. */
export async function saveNothingUnasked(): Promise<void> {
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
}
