// Checks who may import whom, and that the core touches nothing but its arguments: `node scripts/check-floors.ts`.
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { type Node, type Program, parseSync, Visitor } from 'oxc-parser';

/** From the ground up: a floor may use the floors named before it, through their doors only. */
const floors = ['model', 'text', 'evidence', 'review', 'authoring', 'practice', 'labs'];

/** The packages the core may use: each works without an editor, Node or a network, and gives the same result anywhere. */
const corePackages = new Set([
  ...['@lezer/common', '@lezer/markdown', 'fastest-levenshtein', 'ical-generator', 'media-captions', 'pure-rand'],
  ...['stemmer', 'ts-fsrs', 'yaml', 'zod'],
]);

/**
 * Names that reach outside: they come in as arguments instead, under names of their own. Those of a page (`document`,
 * `window`) are words of the domain too; the core's types hold no page, so the type check refuses them undeclared.
 */
const outsideNames = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'navigator'],
  ...['globalThis', 'process', 'console', 'performance', 'crypto', 'Buffer', 'require', 'eval'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['Intl', '__dirname', '__filename'],
]);

/** Members that read the clock, chance, or the language the machine is set to. */
const outsideMembers = new Set(['Date.now', 'Math.random']);
const localeMembers = new Set([
  ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  ...['toLocaleLowerCase', 'toLocaleUpperCase'],
]);

const nodeModules = new Set(builtinModules);

/** A source file: its path from the root, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly code: string };

/** What is wrong, and where: `path:line message`. */
export type Finding = string;

export const checkFloors = (files: readonly SourceFile[]): readonly Finding[] => files.flatMap(checkFile);

const checkFile = ({ path, code }: SourceFile): readonly Finding[] => {
  const { program, module, errors } = parseSync(path, code);
  const findings: Finding[] = [];
  const report = (offset: number, message: string): void => {
    findings.push(`${path}:${code.slice(0, offset).split('\n').length} ${message}`);
  };
  if (errors[0]) {
    report(0, `cannot be read: ${errors[0].message}`);
    return findings;
  }
  const floor = path.slice(core.length).split('/');
  if (isCore(path) && (floor.length < 2 || !floors.includes(floor[0] ?? ''))) {
    report(0, `lies on no floor: a file of the core belongs in one of ${floors.join(', ')}.`);
    return findings;
  }
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
  ].map(({ value, start }) => ({ value, start }));
  const visitor = new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') imports.push({ value: source.value, start });
      else if (isCore(path)) report(start, 'import() needs a plain string, so that this check can follow it.');
    },
    TSImportType({ source, start }) {
      imports.push({ value: source.value, start });
    },
  });
  visitor.visit(program);
  const seen = new Set<string>();
  for (const { value, start } of imports) {
    const problem = isCore(path) ? coreImportProblem(path, value) : importProblem(path, value);
    if (problem && !seen.has(value)) report(start, problem);
    seen.add(value);
  }
  if (isCore(path)) reportOutsideNames(program, report);
  return findings;
};

const core = 'packages/core/src/';

/** A test may use a test runner and files; what ships may not. */
const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.includes('/test/');
const isCore = (path: string): boolean => path.startsWith(core) && !isTest(path);

const coreImportProblem = (path: string, specifier: string): string | undefined => {
  const [floor = ''] = path.slice(core.length).split('/');
  if (!specifier.startsWith('.')) {
    if (specifier === 'vscode') return 'imports the editor; the core knows none.';
    const bare = specifier.replace(/^node:/, '');
    if (specifier.startsWith('node:') || nodeModules.has(bare) || nodeModules.has(bare.split('/')[0] ?? '')) {
      return `imports Node's ${specifier}; the core runs without Node.`;
    }
    const name = packageName(specifier);
    if (!corePackages.has(name)) return `imports ${name}, which is not among the packages the core may use.`;
    return undefined;
  }
  const target = posix.join(dirname(path), specifier);
  if (!target.startsWith(core)) return `reaches out of the core with ${specifier}.`;
  const [targetFloor = '', ...inside] = target.slice(core.length).split('/');
  if (targetFloor === floor) return floor === 'labs' ? labProblem(path, target) : undefined;
  if (floors.indexOf(targetFloor) > floors.indexOf(floor) || !floors.includes(targetFloor)) {
    return `imports ${targetFloor} from ${floor}: a floor uses only those before it (${floors.join(', ')}).`;
  }
  if (inside.join('/') !== 'index.ts')
    return `reaches past the door of ${targetFloor}: import ../${targetFloor}/index.ts.`;
  return undefined;
};

/** Each lab stands alone: no lab uses another one. */
const labProblem = (path: string, target: string): string | undefined => {
  const labOf = (file: string): string | undefined => {
    const [, lab, file_] = file.slice(core.length).split('/');
    return file_ === undefined ? undefined : lab;
  };
  const [from, to] = [labOf(path), labOf(target)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return `imports the lab ${to} from the lab ${from}: each lab stands alone.`;
};

const importProblem = (path: string, specifier: string): string | undefined => {
  if (/^@rubricate\/core\/(?!(?:model|text|evidence|review|authoring|practice|labs(?:\/[a-z-]+)?)$)/.test(specifier)) {
    return `reaches past a door of the core with ${specifier}.`;
  }
  if (specifier === '@rubricate/core') return 'names no floor of the core: import @rubricate/core/<floor>.';
  if (!specifier.startsWith('.')) return undefined;
  const home = homeOf(path);
  const targetHome = homeOf(posix.join(dirname(path), specifier));
  // Scripts of the root build and check the apps, and tests use scripts; between packages only names count.
  const isHarness = targetHome === 'scripts' || (home === 'scripts' && targetHome.startsWith('apps/'));
  if (targetHome !== home && !isHarness) {
    return `reaches into ${targetHome} with ${specifier}: import the package by its name.`;
  }
  return undefined;
};

const homeOf = (path: string): string => /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0] ?? '';

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Any use of an outside name counts, declarations too: a local variable of that name would hide the difference from the
 * reader as well as from this check.
 */
const reportOutsideNames = (program: Program, report: (offset: number, message: string) => void): void => {
  const notNames = new Set<Node>();
  const datesWithArgument = new Set<Node>();
  const visitor = new Visitor({
    MemberExpression({ object, property, computed }) {
      if (computed || property.type !== 'Identifier') return;
      notNames.add(property);
      const member = object.type === 'Identifier' ? `${object.name}.${property.name}` : property.name;
      if (outsideMembers.has(member))
        report(property.start, `uses ${member}; take the clock or the seed as an argument.`);
      if (localeMembers.has(property.name)) {
        report(property.start, `uses ${property.name}, whose result depends on the machine's language.`);
      }
      if (member === 'Date.UTC' || member === 'Date.parse') datesWithArgument.add(object);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length > 0) datesWithArgument.add(callee);
    },
    Property({ key, value, computed, shorthand }) {
      // `{ process }` reads the name as well; `{ process: x }` only spells it.
      if (!computed && !(shorthand && value.type === 'Identifier')) notNames.add(key);
    },
    PropertyDefinition: ({ key, computed }) => void (computed || notNames.add(key)),
    MethodDefinition: ({ key, computed }) => void (computed || notNames.add(key)),
    TSPropertySignature: ({ key, computed }) => void (computed || notNames.add(key)),
    TSMethodSignature: ({ key, computed }) => void (computed || notNames.add(key)),
    MetaProperty({ start }) {
      report(start, 'uses import.meta, which belongs to whoever runs the core.');
    },
    BinaryExpression({ operator, right }) {
      // `value instanceof Date` reads no clock.
      if (operator === 'instanceof') datesWithArgument.add(right);
    },
    TSTypeReference({ typeName }) {
      notNames.add(typeName);
    },
  });
  visitor.visit(program);
  const names = new Visitor({
    Identifier(node) {
      if (notNames.has(node)) return;
      if (outsideNames.has(node.name)) report(node.start, `uses ${node.name}, which reaches outside the core.`);
      if (node.name === 'Date' && !datesWithArgument.has(node)) {
        report(node.start, 'uses Date without an argument, which reads the clock.');
      }
    },
  });
  names.visit(program);
};

/** Reads every source file of the packages, the apps and the scripts. */
export const readSources = (root: string): readonly SourceFile[] =>
  globSync('{packages,apps}/*/{src,scripts,test,e2e}/**/*.{ts,mts}', { cwd: root })
    .concat(globSync('scripts/**/*.{ts,mjs}', { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }));

if (import.meta.main) {
  const sources = readSources(dirname(import.meta.dirname));
  const findings = checkFloors(sources);
  for (const finding of findings) console.error(finding);
  console.log(`${sources.length} files, ${findings.length} findings.`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
