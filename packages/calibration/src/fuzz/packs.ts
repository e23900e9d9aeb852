import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFile } from '@rubricate/core/model';
import type { Random } from '../random.ts';
import { examplesFolder } from './documents.ts';

const folder = join(examplesFolder, 'packs', 'quillfern-support-engineer');
const files: readonly PackFile[] = readdirSync(folder)
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** Marks and names that mean something to YAML or to a pack; words of the pack itself are added. */
const marks = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '<<: ',
  '!!js ',
  '|',
  '>',
  '"',
  '#',
  '---\n',
  '\0',
  '\ud800',
];
const names = [
  '__proto__',
  'constructor',
  'null',
  '~',
  '9e99',
  '-1',
  'foundations',
  'system-design',
  '>= 2',
  'not',
  'any:',
];
const words = [...new Set(files.flatMap(({ text }) => text.match(/[\w/-]{3,}/g) ?? []))];

/** The files of a pack with a few things wrong; mostly in places where a person would put a hand wrong. */
export function packOf(random: Random): readonly PackFile[] {
  const pick = (list: readonly string[]): string => list[random.below(list.length)] as string;
  const victim = random.below(files.length);
  return files.map(({ path, text }, index) => {
    if (index !== victim) return { path, text };
    let now = text;
    for (let change = random.below(3); change >= 0; change--) {
      const at = random.below(now.length + 1);
      const kind = random.below(12);
      if (kind === 0) now = now.slice(0, at) + pick(marks) + now.slice(at);
      else if (kind === 1) now = now.slice(0, at) + now.slice(at + random.below(60));
      else {
        // A word for a word keeps the file well formed, so that what comes after the parser sees it.
        const found = [...now.matchAll(/[\w/-]{3,}/g)];
        const word = found[random.below(found.length)];
        if (word) {
          now = now.slice(0, word.index) + pick(kind === 2 ? names : words) + now.slice(word.index + word[0].length);
        }
      }
    }
    return { path, text: now };
  });
}
