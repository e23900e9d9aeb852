import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { packTemplate } from '@rubricate/core/authoring';
import { exitCodes } from '../io.ts';
import { messageOf, readShippedPacks, shownFrom } from '../packs.ts';
import type { Printing } from '../print.ts';
import { hang } from '../terminal/wrap.ts';
import { makeWorkspaces } from '../workspace.ts';

export interface PackNewFlags {
  readonly company?: string;
  readonly role?: string;
  readonly title?: string;
}

/** `rubricate pack new FOLDER`: writes a pack that works, and says what to do next. */
export async function packNew(name: string, flags: PackNewFlags, printing: Printing): Promise<number> {
  const { io, installation, width } = printing;
  const refuse = (why: string): number => {
    io.error(`rubricate: ${why}\n`);
    return exitCodes.trouble;
  };
  const folder = resolve(io.cwd, name);
  const named = namesOf(basename(folder), flags);
  if (typeof named === 'string') return refuse(named);
  const shipped = readShippedPacks(installation.packs);
  if (shipped.some(({ id }) => id === named.id))
    return refuse(`a pack named "${named.id}" ships with rubricate. Choose another --company or --role.`);
  const held = contentsOf(folder);
  if (held === undefined) return refuse(`${shownFrom(io.cwd, folder)} is there and is no folder.`);
  if (held.length > 0)
    return refuse(
      `${shownFrom(io.cwd, folder)} is not empty (${held[0]}), and nothing is overwritten. Name a new folder.`,
    );
  const files = packTemplate(named);
  try {
    mkdirSync(folder, { recursive: true });
    // A file that has appeared meanwhile is somebody's: it is not written over either.
    for (const { path, text } of files) writeFileSync(join(folder, path), text, { flag: 'wx' });
  } catch (error) {
    return refuse(`the pack could not be written: ${messageOf(error)}`);
  }
  const shown = shownFrom(io.cwd, folder);
  const { folder: home } = makeWorkspaces(shipped, io.cwd).of(io.cwd);
  const config = join(home ?? io.cwd, 'rubricate.yaml');
  const lines = [
    `Made ${named.id} in ${shown}: ${files.map(({ path }) => path).join(', ')}.`,
    '',
    'Next:',
    ...hang('  1. ', `Change the files; the comments in them say how. Then: rubricate pack check ${shown}`, width),
    ...hang('  2. ', `Let answers use it: put this into ${shownFrom(io.cwd, config)}`, width),
    `       packs: [${shownFrom(dirname(config), folder)}]`,
    ...hang('  3. ', `Try it on an answer: rubricate review FILE --question ${named.company}/handover`, width),
  ];
  await io.out(`${lines.join('\n')}\n`);
  return exitCodes.reviewed;
}

/** The entries of a folder; none where there is none yet, undefined where something else has its name. */
function contentsOf(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    return (error as { readonly code?: string }).code === 'ENOENT' ? [] : undefined;
  }
}

function namesOf(folder: string, flags: PackNewFlags): Parameters<typeof packTemplate>[0] | string {
  const words = slugOf(folder).split('-');
  const company = flags.company ?? words[0] ?? '';
  const role = flags.role ?? (words.slice(1).join('-') || 'engineer');
  for (const [flag, value] of [
    ['--company', company],
    ['--role', role],
  ] as const) {
    if (isSlug(value)) continue;
    const guess = slugOf(value);
    return `"${value}" is no name for ${flag}: use lower-case words joined by hyphens${guess ? `, such as ${guess}` : ''}.`;
  }
  const id = `${company}-${role}`;
  if (id.length > 64) return `the id "${id.slice(0, 40)}…" is longer than 64 characters. Shorten --company or --role.`;
  const title = flags.title ?? `${capital(company)}, ${role.replaceAll('-', ' ')}`;
  if (title.trim() === '' || title.length > 400) return 'a title has 1 to 400 characters.';
  return { id, company, role, title };
}

function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 64;
}

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ');
}
