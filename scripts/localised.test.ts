// What a user of the extension reads can be translated: nothing is left out of the two files that translators get.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { extensionFolder } from './paths.ts';

const json = (path: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(extensionFolder, path), 'utf8'));

describe('the manifest', () => {
  const manifest = json('package.json');
  const known = Object.keys(json('package.nls.json'));
  const used = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key ?? '');

  it('names only strings that there are', () => {
    expect(used.filter((key) => !known.includes(key))).toEqual([]);
  });

  it('uses every string that there is', () => {
    expect(known.filter((key) => !used.includes(key))).toEqual([]);
  });

  it('says nothing in plain words', () => {
    // The ids of tools and of what they take, and what is said of those, are read by a model and never shown.
    const { languageModelTools: _, ...shown } = manifest.contributes as Readonly<Record<string, unknown>>;
    expect(plainWords(shown)).toEqual([]);
  });

  it('links only to commands that there are', () => {
    const { commands } = manifest.contributes as { readonly commands: readonly { readonly command: string }[] };
    const own = new Set(commands.map(({ command }) => command));
    const linked = [...JSON.stringify(json('package.nls.json')).matchAll(/command:(rubricate\.\w+)/g)];
    expect(linked.map(([, id]) => id).filter((id) => id !== undefined && !own.has(id))).toEqual([]);
  });
});

/** Keys of the manifest that people read, with what stands there where it is no reference to a string. */
function plainWords(value: unknown, key = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => plainWords(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inside]) => plainWords(inside, name));
  const isRead = /^(?:title|name|description|markdownDescription|enumDescriptions|contents|altText)$/.test(key);
  // The product's own name is the same in every language.
  return isRead && typeof value === 'string' && !/^%.+%$/.test(value) && value !== 'Rubricate' ? [value] : [];
}

/** Where the editor takes texts that people read: arguments of these calls, and these keys of options and items. */
const messages = /\.(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)$/;
const readKeys = new Set([
  ...['label', 'description', 'detail', 'title', 'placeHolder', 'placeholder', 'prompt', 'tooltip', 'message'],
  ...['spoken', 'hoverMessage', 'openLabel', 'saveLabel', 'text', 'name', 'documentation'],
]);

interface Finding {
  readonly place: string;
  readonly text: string;
}

/** Words in a text that is put together in the code, other than through `vscode.l10n.t`. */
function wordsIn(node: Expression): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.cooked ?? '');
    case 'ConditionalExpression':
      return [...wordsIn(node.consequent), ...wordsIn(node.alternate)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...wordsIn(node.left as Expression), ...wordsIn(node.right)] : [];
    default:
      return [];
  }
}

/** Names that are the same in every language. */
const names = new Set(['Rubricate', 'Markdown']);

/** Words, and not names of icons, files or settings, mark-up or units. */
function isProse(text: string): boolean {
  const bare = text
    .replace(/\$\([a-z~-]+\)/g, '')
    .replace(/\]\([^)]*\)?/g, '')
    .replace(/<\/?\w+>/g, '');
  return /[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]{2,}/.test(bare.trim()) && !names.has(bare.trim());
}

function findingsIn(path: string): readonly Finding[] {
  const code = readFileSync(join(extensionFolder, path), 'utf8');
  const findings: Finding[] = [];
  const look = (node: Expression): void => {
    for (const text of wordsIn(node))
      if (isProse(text)) findings.push({ place: `${path}:${code.slice(0, node.start).split('\n').length}`, text });
  };
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      if (!messages.test(code.slice(callee.start, callee.end))) return;
      for (const one of given) if (one.type !== 'SpreadElement') look(one);
    },
    Property({ key, value, computed }) {
      if (!computed && key.type === 'Identifier' && readKeys.has(key.name)) look(value as Expression);
    },
    AssignmentExpression({ left, right }) {
      if (left.type === 'MemberExpression' && left.property.type === 'Identifier' && readKeys.has(left.property.name))
        look(right);
    },
  }).visit(parseSync(path, code).program);
  return findings;
}

describe('the code of the extension', () => {
  const paths = globSync('src/**/*.ts', { cwd: extensionFolder }).sort();

  it('shows no words that are not translated', () => {
    expect(paths.flatMap(findingsIn)).toEqual([]);
  });

  it('gives each text as many values as it has places for', () => {
    const wrong: Finding[] = [];
    for (const path of paths) {
      const code = readFileSync(join(extensionFolder, path), 'utf8');
      new Visitor({
        CallExpression({ callee, arguments: [first, ...values], start }) {
          if (code.slice(callee.start, callee.end) !== 'vscode.l10n.t') return;
          if (first?.type !== 'Literal' || typeof first.value !== 'string') return;
          // With no value at all, the places are filled in later, by whoever knows the values.
          if (values.length === 0 || values.some(({ type }) => type === 'SpreadElement')) return;
          const places = new Set([...first.value.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place)));
          if (places.size !== values.length || [...places].some((place) => place >= values.length))
            wrong.push({ place: `${path}:${code.slice(0, start).split('\n').length}`, text: first.value });
        },
      }).visit(parseSync(path, code).program);
    }
    expect(wrong).toEqual([]);
  });
});
