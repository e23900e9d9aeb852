import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** A `rubricate.yaml` for a folder that has none, which names a pack of its own. */
export function newPacksFile(path: string): string {
  return `# Packs of your own, by their folders from this file.\npacks:\n  - ${path}\n`;
}

/**
 * The text of a `rubricate.yaml` with one more folder of packs; every other character stays. Undefined where the text is
 * not one that can be changed with care: it should be shown instead.
 */
export function withPack(text: string, path: string): string | undefined {
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  if (errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow))) return undefined;
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === 'packs');
  if (!pair) return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}packs:\n  - ${path}\n`;
  const { key, value } = pair;
  if (value === null || (isScalar(value) && value.value === null)) {
    if (isScalar(value) && value.source) return undefined;
    const colon = text.indexOf(':', isScalar(key) ? (key.range?.[1] ?? 0) : 0);
    return `${text.slice(0, colon + 1)} [${path}]${text.slice(colon + 1)}`;
  }
  if (!isSeq(value) || !value.range) return undefined;
  if (value.flow) {
    const close = value.range[1] - 1;
    const before = text.slice(0, close).trimEnd();
    const comma = value.items.length > 0 && !before.endsWith(',') ? ', ' : value.items.length > 0 ? ' ' : '';
    return `${before}${comma}${path}${text.slice(close)}`;
  }
  const last = value.items.at(-1);
  const lastEnd = isScalar(last) ? last.range?.[1] : undefined;
  if (lastEnd === undefined) return undefined;
  const lineEnd = text.indexOf('\n', lastEnd);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const indent = text.slice(text.lastIndexOf('\n', value.range[0] - 1) + 1, value.range[0]);
  return `${text.slice(0, at)}\n${indent}- ${path}${text.slice(at)}`;
}
