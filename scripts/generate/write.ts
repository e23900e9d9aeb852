import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Writes a generated file if its content changed. */
export function writeGenerated(path: string, content: string): void {
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === content) return;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}

/** Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->` of a written page. */
export function writeSection(path: string, name: string, content: string): void {
  const full = join(root, path);
  const text = readFileSync(full, 'utf8');
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`${path} has no section "${name}": put ${open} and ${close} into it.`);
  writeGenerated(path, `${text.slice(0, start + open.length)}\n${content.trim()}\n${text.slice(end)}`);
}
