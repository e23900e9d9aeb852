import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';

/** A declaration by its file and the name it has there. */
type Place = { readonly file: string; readonly name: string };

type Declaration = Place & {
  readonly kind: 'function' | 'other';
  /** As it stands in the file, with the comment above it. */
  readonly text: string;
  readonly isDocumented: boolean;
  /** The names of the file that it uses. */
  readonly uses: ReadonlySet<string>;
  /** What it uses of other files by `import('…')`. */
  readonly usesElsewhere: readonly Place[];
};

type Module = {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Local names that come from other files of the package. */
  readonly imports: ReadonlyMap<string, Place>;
  /** Exported names and what they stand for; an empty file is the module's own. */
  readonly exports: ReadonlyMap<string, Place>;
};

/** What one door exports, and what that is made of. */
export type DoorReport = {
  readonly door: string;
  /** By exported name. */
  readonly exported: ReadonlyMap<string, Declaration>;
  /** Declarations behind the exported ones that no door exports. */
  readonly behind: readonly Declaration[];
};

/** Reads the declarations in `folder` and reports what each door gives. */
export const apiReports = (folder: string, doors: readonly string[]): readonly DoorReport[] => {
  const modules = new Map<string, Module>();
  const moduleOf = (file: string): Module => {
    const known = modules.get(file);
    if (known) return known;
    const made = readModule(file, readFileSync(join(folder, file), 'utf8'));
    modules.set(file, made);
    return made;
  };
  /** Follows a name through what is passed on to where it is declared. */
  const declarationOf = ({ file, name }: Place): Declaration => {
    const module = moduleOf(file);
    const own = module.declarations.get(name);
    if (own) return own;
    // `export { name }` of something imported stands for itself first.
    const next = [module.exports.get(name), module.imports.get(name)].find(
      (place) => place && !(place.file === file && place.name === name),
    );
    if (!next) throw new Error(`${file} declares no ${name}.`);
    return declarationOf(next);
  };

  const exportedBy = doors.map((door) => {
    const file = `${door}/index.d.ts`;
    const names = [...moduleOf(file).exports.keys()].sort();
    return { door, exported: new Map(names.map((name) => [name, declarationOf({ file, name })])) };
  });
  const isExported = new Set(exportedBy.flatMap(({ exported }) => [...exported.values()]));

  return exportedBy.map(({ door, exported }) => {
    const behind = new Set<Declaration>();
    const visit = (declaration: Declaration): void => {
      const { imports, declarations } = moduleOf(declaration.file);
      const used = [...declaration.uses].flatMap((name) =>
        declarations.has(name) ? { file: declaration.file, name } : (imports.get(name) ?? []),
      );
      for (const place of [...used, ...declaration.usesElsewhere]) {
        const next = declarationOf(place);
        if (isExported.has(next) || behind.has(next)) continue;
        behind.add(next);
        visit(next);
      }
    };
    for (const declaration of exported.values()) visit(declaration);
    const order = ({ name, file }: Place): string => `${name} ${file}`;
    return { door, exported, behind: [...behind].sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
  });
};

const readModule = (file: string, code: string): Module => {
  const { program, comments, errors } = parseSync(file, code, { lang: 'dts' });
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const elsewhere = (source: string): string | undefined =>
    source.startsWith('.') ? posix.join(posix.dirname(file), source).replace(/\.js$/, '.d.ts') : undefined;
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, Place>();
  const exports = new Map<string, Place>();

  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = elsewhere(statement.source.value);
      for (const specifier of statement.specifiers) {
        if (from === undefined || specifier.type !== 'ImportSpecifier') continue;
        imports.set(specifier.local.name, { file: from, name: nameOf(specifier.imported) });
      }
      continue;
    }
    if (statement.type === 'ExportAllDeclaration' || statement.type === 'ExportDefaultDeclaration')
      throw new Error(`${file}: an export without names cannot be reported.`);
    if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
      const from = statement.source ? elsewhere(statement.source.value) : file;
      if (from === undefined) throw new Error(`${file} passes on what is another package's.`);
      for (const { local, exported } of statement.specifiers)
        exports.set(nameOf(exported), { file: from, name: nameOf(local) });
      continue;
    }
    const isExport = statement.type === 'ExportNamedDeclaration';
    const declared = isExport ? statement.declaration : statement;
    if (!declared) continue;
    const doc = comments.findLast(
      ({ end }) => end <= statement.start && code.slice(end, statement.start).trim() === '',
    );
    const text = code.slice(doc?.start ?? statement.start, statement.end);
    for (const name of declaredNames(declared)) {
      // A function's overloads stand below each other.
      const before = declarations.get(name);
      const found: Declaration = {
        ...{ file, name },
        kind: declared.type === 'TSDeclareFunction' ? 'function' : 'other',
        text: before ? `${before.text}\n${text}` : text,
        isDocumented: doc?.value.startsWith('*') === true || before?.isDocumented === true,
        ...usesOf(declared, elsewhere),
      };
      declarations.set(name, found);
      if (isExport) exports.set(name, { file, name });
    }
  }
  return { declarations, imports, exports };
};

const nameOf = (node: { readonly type: string } & ({ readonly name: string } | { readonly value: string })): string =>
  'name' in node ? node.name : node.value;

const declaredNames = (node: Node): readonly string[] => {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
  return 'id' in node && node.id && 'name' in node.id && typeof node.id.name === 'string' ? [node.id.name] : [];
};

const usesOf = (
  declared: Node,
  elsewhere: (source: string) => string | undefined,
): Pick<Declaration, 'uses' | 'usesElsewhere'> => {
  const uses = new Set<string>();
  const usesElsewhere: Place[] = [];
  const add = (node: Node | null): void => {
    if (node?.type === 'Identifier') uses.add(node.name);
    else if (node?.type === 'TSQualifiedName') add(node.left);
  };
  const visitor = new Visitor({
    TSTypeReference: ({ typeName }) => add(typeName),
    TSTypeQuery: ({ exprName }) => add(exprName),
    TSInterfaceHeritage: ({ expression }) => add(expression),
    TSImportType({ source, qualifier }) {
      const file = elsewhere(source.value);
      if (file !== undefined && qualifier?.type === 'Identifier') usesElsewhere.push({ file, name: qualifier.name });
    },
  });
  visitor.visit({ type: 'Program', body: [declared], start: 0, end: 0 } as never);
  return { uses, usesElsewhere };
};

/** The functions that a door exports without saying what they do. */
export const undocumented = (reports: readonly DoorReport[]): readonly string[] =>
  reports.flatMap(({ door, exported }) =>
    [...exported].flatMap(([name, { kind, isDocumented }]) =>
      kind === 'function' && !isDocumented ? `${name} of ${door}` : [],
    ),
  );

/** One door as a page. */
export const reportPage = ({ door, exported, behind }: DoorReport): string => {
  const block = (declarations: readonly string[]): string => ['```ts', declarations.join('\n\n'), '```'].join('\n');
  const renamed = ([name, { name: own, text }]: [string, Declaration]): string =>
    name === own ? text : `// As ${name}:\n${text}`;
  return [
    '<!-- Made from the declarations of packages/core by `pnpm generate`. -->',
    `# @rubricate/core/${door}`,
    `${exported.size} names.`,
    block([...exported].map(renamed)),
    ...(behind.length > 0
      ? [
          '## Behind them',
          'What these are made of, and no door exports by name.',
          block(behind.map(({ text }) => text)),
        ]
      : []),
    '',
  ].join('\n\n');
};

/** The file of a door's page. */
export const reportFile = (door: string): string => `core-${door.replaceAll('/', '-')}.md`;
