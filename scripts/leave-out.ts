// What the bundles leave out of the code they are made from, because nothing in them ever uses it. The limits on their
// sizes (see check-bundles.ts) tell when one of these no longer finds what it looks for.
import { readFile } from 'node:fs/promises';

interface Loaded {
  readonly contents: string;
  readonly loader?: 'ts';
}

/** Of a plugin of esbuild, as much as is needed here. */
interface Plugin {
  readonly name: string;
  setup(build: {
    onLoad(
      options: { readonly filter: RegExp },
      load: (file: { readonly path: string }) => Loaded | Promise<Loaded>,
    ): void;
  }): void;
}

/** What a key is for stands in the schemas that ship as files; the code that checks packs and offers never shows it. */
const descriptions: Plugin = {
  name: 'no-descriptions',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]core[\\/]src[\\/](?:model[\\/][\w-]+|labs[\\/]offer[\\/]schema)\.ts$/ },
      async ({ path }) => ({
        contents: (await readFile(path, 'utf8'))
          .replaceAll(/\bz\.describe\(\s*(?:'[^'\n]*'|"[^"\n]*"),?\s*\),?/g, '')
          .replaceAll(/\.check\(\s*\)/g, ''),
        loader: 'ts',
      }),
    );
  },
};

/** Nor does it derive a schema: of the code for that, which every check would carry along, only the names are left. */
const schemaMaking: Plugin = {
  name: 'no-schema-making',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => {
        const names = [...(await readFile(path, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm)].map(
          ([, name]) => name,
        );
        return { contents: names.map((name) => `export const ${name} = () => () => undefined;`).join('\n') };
      },
    );
  },
};

/** The Markdown parser says of each kind of node how an editor would colour it. Nobody colours anything here. */
const highlighting: Plugin = {
  name: 'no-highlighting',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]@lezer[\\/]highlight[\\/]dist[\\/]index\.js$/ }, () => ({
      contents: [
        'const tag = () => tag;',
        'export const tags = new Proxy({}, { get: () => tag });',
        'export const styleTags = () => () => undefined;',
        'export class Tag {}',
      ].join('\n'),
    }));
  },
};

/**
 * Everything here is read as YAML 1.2 says, a text that asks for 1.1 too: `yes` is a word in it and a date is the text it
 * is written as. So the types that only 1.1 has are left out; a tag that asks for one by name is no reason to read a value
 * in another way.
 */
const otherYaml: Plugin = {
  name: 'no-other-yaml',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]tags\.js$/ }, () => ({
      contents: [
        `import { schema } from './core/schema.js';`,
        'export const coreKnownTags = {};',
        'export const getTags = () => schema.slice();',
      ].join('\n'),
    }));
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]yaml-1\.1[\\/]merge\.js$/ }, () => ({
      contents: ['export const isMergeKey = () => false;', 'export const addMergeToJSMap = () => undefined;'].join(
        '\n',
      ),
    }));
  },
};

/**
 * Nothing here writes YAML; what is changed in a file is changed as text. Only a map or list that stands as a key is told
 * in words, for the message that says it is not known.
 */
const yamlWriting: Plugin = {
  name: 'no-yaml-writing',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, async ({ path }) => {
      const [, names = ''] = /^export \{ ([\w, ]+) \};$/m.exec(await readFile(path, 'utf8')) ?? [];
      return {
        contents: names
          .split(', ')
          .map((name) => `export const ${name} = ${writing(name)};`)
          .join('\n'),
      };
    });
  },
};

const writing = (name: string): string => {
  if (name === 'createStringifyContext') return '() => ({ options: {} })';
  return name === 'stringifyCollection' ? '(collection) => JSON.stringify(collection)' : "() => ''";
};

export const leftOut: readonly Plugin[] = [descriptions, schemaMaking, highlighting, otherYaml, yamlWriting];
