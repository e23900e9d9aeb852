import type { PackFile } from '@rubricate/core/model';
import * as vscode from 'vscode';
import { isOfferFile } from '../labs/offer/offer-files.ts';
import type { Packs } from '../packs.ts';
import { configName } from '../workspace-config.ts';
import { foldersWithPacks } from './folders-with-packs.ts';
import { configNames, type NameIndex } from './names.ts';
import type { OwnPack, OwnState } from './own-packs.ts';
import { namesOfPack } from './pack-names.ts';
import type { SchemaBook } from './schema.ts';
import { dataAt, readTree, yamlTree } from './yaml-tree.ts';

/** Files that may be of a pack; whether they are, `rubricate.yaml` says. */
export const yamlSelector: vscode.DocumentSelector = { pattern: '**/*.yaml' };

/** What a document is written by: what may stand where, and which names there are. */
export interface Subject {
  readonly kind: 'pack' | 'config' | 'offer';
  readonly book: SchemaBook;
  readonly names: NameIndex;
}

/** What the language features work with. */
export interface Desk {
  readonly packs: Packs;
  readonly schemas: { readonly pack: SchemaBook; readonly config: SchemaBook; readonly offer: SchemaBook };
}

/**
 * The subject of a file of a pack, of a `rubricate.yaml` or of an offer; undefined for every other file.
 *
 * @param folders whether the folders that `packs:` may name are wanted too: they are looked for on the disk.
 */
export async function subjectOf(
  document: vscode.TextDocument,
  { packs, schemas }: Desk,
  { folders = false }: { readonly folders?: boolean } = {},
): Promise<Subject | undefined> {
  if (isConfig(document.uri)) {
    const text = document.getText();
    const { data } = yamlTree(text);
    const library = await packs.library(document.uri);
    const found = folders && /^packs[ \t]*:/m.test(text) ? await foldersWithPacks(document.uri) : [];
    const names = configNames({ company: textAt(data, 'company'), role: textAt(data, 'role') }, library.packs, found);
    return { kind: 'config', book: schemas.config, names };
  }
  // An offer names nothing of a pack.
  if (isOfferFile(document.uri)) return { kind: 'offer', book: schemas.offer, names: new Map() };
  const found = await packs.ownPack(document.uri);
  if (!found) return undefined;
  return { kind: 'pack', book: schemas.pack, names: namesFor(document, found.own, found.state) };
}

/** Whether a YAML extension that is installed serves a file by the schemas that the manifest contributes. */
export function isServedByOthers(uri: vscode.Uri): boolean {
  const { path } = uri;
  return (
    (path.endsWith(`/${configName}`) || path.endsWith('.rubricate-pack.yaml') || isOfferFile(uri)) &&
    vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined
  );
}

export function isConfig(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${configName}`);
}

function namesFor(document: vscode.TextDocument, own: OwnPack, { library }: OwnState): NameIndex {
  const others = own.files.filter(({ path }) => path !== document.uri.toString());
  const files = [yamlTree(document.getText()).data, ...others.map(dataOf)];
  return namesOfPack(files, library);
}

const dataByFile = new WeakMap<PackFile, { readonly data: unknown }>();

/** The data of a file that is not the one being written; read once for each text. */
function dataOf(file: PackFile): unknown {
  const known = dataByFile.get(file);
  if (known) return known.data;
  const { data } = readTree(file.text);
  dataByFile.set(file, { data });
  return data;
}

function textAt(data: unknown, key: string): string | undefined {
  const value = dataAt(data, [key]);
  return typeof value === 'string' ? value : undefined;
}
