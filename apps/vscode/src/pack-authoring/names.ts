import type { Pack, WorkspaceConfig } from '@rubricate/core/model';
import type { ReferenceKind } from './references.ts';

/** What a name stands for, as far as a hover or a list tells it. */
export interface NameInfo {
  readonly name: string;
  /** A few words beside the name in a list. */
  readonly title: string;
  /** Lines that say more; plain text. */
  readonly lines: readonly string[];
  /** The name of a pitfall, where criteria and pitfalls stand side by side. */
  readonly isPitfall?: boolean;
}

/** The names that may stand somewhere, by what they stand for. */
export type NameIndex = ReadonlyMap<ReferenceKind, ReadonlyMap<string, NameInfo>>;

type Data = Readonly<Record<string, unknown>>;

interface Gathered {
  readonly add: (kind: ReferenceKind, info: NameInfo) => void;
  readonly index: NameIndex;
}

function gather(): Gathered {
  const index = new Map<ReferenceKind, Map<string, NameInfo>>();
  return {
    index,
    add: (kind, info) => {
      const names = index.get(kind) ?? new Map<string, NameInfo>();
      if (info.name !== '' && !names.has(info.name)) names.set(info.name, info);
      index.set(kind, names);
    },
  };
}

/** What the engine itself knows by name. */
export interface EngineNames {
  readonly quantities: readonly string[];
  readonly shapes: readonly string[];
}

/**
 * The names a pack may use: its own, read from its files however unfinished they are, and those of the packs it builds on.
 * Levels, rounds, facts and figures are its own business; it names no others'.
 */
export function packNames(
  files: readonly unknown[],
  bases: readonly Pack[],
  others: readonly Pack[],
  engine: EngineNames,
): NameIndex {
  const { add, index } = gather();
  const own = files.filter(isData);
  for (const data of own) {
    addShared(data, add);
    for (const level of list(data.levels)) add('level', { ...described(level, 'title'), lines: [text(level.summary)] });
    for (const round of list(isData(data.loop) ? data.loop.rounds : undefined))
      add('round', { ...described(round, 'title'), lines: [text(round.about)] });
    for (const fact of list(data.facts)) add('fact', { ...described(fact, 'text'), lines: [] });
    for (const figure of list(data.compensation)) add('figure', { ...described(figure, 'text'), lines: [] });
  }
  for (const base of bases) addShared(base as unknown as Data, add);
  for (const { id, title, about } of others) add('pack', { name: id, title, lines: [about] });
  for (const name of engine.quantities) add('quantity', { name, title: '', lines: [] });
  for (const name of engine.shapes) add('shape', { name, title: '', lines: [] });
  return index;
}

/** The names a `rubricate.yaml` may use: of all packs, of the one it aims at, and of the folders that may hold more. */
export function configNames(
  { company, role }: WorkspaceConfig,
  packs: readonly Pack[],
  folders: readonly NameInfo[],
): NameIndex {
  const { add, index } = gather();
  const ofCompany = packs.filter((pack) => company === undefined || pack.company === company);
  const targets = ofCompany.filter((pack) => role === undefined || pack.role === role);
  for (const { company: name, title } of packs) add('company', { name, title, lines: [] });
  for (const { role: name, title, about } of ofCompany) add('role', { name, title, lines: [about] });
  for (const { levels, plan } of targets) {
    for (const { id, title, summary } of levels) add('level', { name: id, title, lines: [summary] });
    for (const { id, title } of plan?.backgrounds ?? []) add('background', { name: id, title, lines: [] });
  }
  for (const { rubrics } of packs)
    for (const { id, title, about } of rubrics ?? []) add('rubric', { name: id, title, lines: [about] });
  for (const folder of folders) add('folder', folder);
  return index;
}

function addShared(data: Data, add: Gathered['add']): void {
  for (const source of list(data.sources)) {
    const published = [text(source.publisher), text(source.date)].filter(Boolean).join(', ');
    add('source', { ...described(source, 'title'), lines: [published, text(source.note)] });
  }
  for (const rubric of list(data.rubrics)) {
    add('rubric', { ...described(rubric, 'title'), lines: [text(rubric.about)] });
    for (const dimension of list(rubric.dimensions))
      add('dimension', { ...described(dimension, 'title'), lines: [text(rubric.title)] });
    for (const kind of ['criteria', 'pitfalls'] as const) {
      for (const one of list(rubric[kind])) {
        const name = `${text(rubric.id)}/${text(one.id)}`;
        add('criterion', {
          name,
          title: text(one.title),
          lines: [text(one.hint), text(one.why)],
          isPitfall: kind === 'pitfalls',
        });
      }
    }
  }
  for (const question of list(data.questions))
    add('question', { ...described(question, 'title'), lines: [text(question.prompt)] });
  for (const structure of list(data.structures))
    add('structure', { ...described(structure, 'title'), lines: [text(structure.about)] });
  for (const { topic } of list(data.cards)) add('topic', { name: text(topic), title: '', lines: [] });
  for (const background of list(isData(data.plan) ? data.plan.backgrounds : undefined))
    add('background', { ...described(background, 'title'), lines: [] });
  for (const [name, concept] of entries(data.concepts)) {
    const phrases = phrasesOf(concept);
    add('concept', { name, title: short(phrases.join(', ')), lines: [phrases.join(', ')] });
  }
  for (const [name, signal] of entries(data.signals)) {
    const told = (Array.isArray(signal) ? signal : [signal]).filter(isData).map(tellPattern);
    add('signal', { name, title: short(told.join(' / ')), lines: told });
  }
}

/** The phrases of a concept or, where it is made of other concepts, their names. */
function phrasesOf(concept: unknown): readonly string[] {
  if (Array.isArray(concept)) return concept.map(text);
  if (!isData(concept)) return [];
  const phrases = Array.isArray(concept.phrases) ? concept.phrases.map(text) : [];
  return Array.isArray(concept.oneOf) ? [...phrases, ...concept.oneOf.map(text)] : phrases;
}

function tellPattern(pattern: Data): string {
  return Object.entries(pattern)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.map(text).join(', ') : text(value)}`)
    .join('; ');
}

function described(data: Data, title: string): { readonly name: string; readonly title: string } {
  return { name: text(data.id), title: short(text(data[title])) };
}

function short(told: string): string {
  const line = told.split('\n')[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter(isData) : [];
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isData(value) ? Object.entries(value) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
