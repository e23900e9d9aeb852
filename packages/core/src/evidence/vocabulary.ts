import type { Concept, Problem } from '../model/index.ts';
import { nearest } from '../model/index.ts';
import type { Tokens } from '../text/index.ts';
import { type ComparedWord, comparedWords, expandPhrase, shortened } from './phrases.ts';

/** An occurrence of a concept: half-open range of tokens of a block. */
export interface Hit {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

/** All phrases of all concepts in one trie over stemmed tokens, so that reading costs the same however many there are. */
export interface Vocabulary {
  readonly names: readonly string[];
  /** The concepts a name stands for: itself, or the members of a `oneOf`; undefined for an unknown name. */
  idsOf(name: string): readonly number[] | undefined;
  /** Every occurrence, ordered by first token. */
  read(tokens: Tokens): readonly Hit[];
}

interface Node {
  /** Undefined where no phrase goes on, as at most nodes: a hundred thousand empty maps take long to make. */
  stems: Map<string, Node> | undefined;
  words: Map<string, Node> | undefined;
  /** Concepts that end here; an exception is stored as -1 - id. */
  ends: number[] | undefined;
}

function makeNode(): Node {
  return { stems: undefined, words: undefined, ends: undefined };
}

/** Concepts within concepts go no deeper than this; people need three or four. */
const deepest = 64;

/** Bounds for concepts made to hurt, some three times what the largest packs have. */
const mostPhrases = 600_000;
const mostLetters = 10_000_000;
/** Members of all families together. */
const mostMembers = 1_000_000;
/** Concepts that one phrase stands for. */
const mostMeanings = 100;
/** From one word on, so many steps are taken through the phrases; texts take a few dozen. */
const mostSteps = 1_000;
/** For problems after this one no nearest name is looked for: each costs a comparison with every name. */
const mostGuesses = 500;

/** Compiles concepts. Problems name the concept; paths start at the pack's root. */
export function compileVocabulary(concepts: Readonly<Record<string, Concept>>): {
  readonly vocabulary: Vocabulary;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const names = Object.keys(concepts);
  const idByName = new Map(names.map((name, id) => [name, id]));
  const root = makeNode();
  const parts = new Map<string, readonly ComparedWord[]>();
  const room: Room = { phrases: mostPhrases, letters: mostLetters };
  for (const [id, name] of names.entries()) {
    const concept = concepts[name] as Concept;
    const { phrases, except } = Array.isArray(concept) ? { phrases: concept, except: [] } : concept;
    for (const phrase of phrases ?? []) insert({ root, parts, phrase, id, room, problems, path: ['concepts', name] });
    for (const phrase of except ?? [])
      insert({ root, parts, phrase, id: -1 - id, room, problems, path: ['concepts', name, 'except'] });
    if (room.phrases >= 0 && room.letters >= 0) continue;
    problems.push({
      path: ['concepts', name],
      message: `With "${name}", the phrases of this pack and of those it builds on come to more than 600,000. Give it fewer alternatives; it and the concepts after it are left out.`,
    });
    break;
  }
  const members = new Map<string, readonly number[]>();
  let memberRoom = mostMembers;
  const resolve = (name: string, trail: readonly string[]): readonly number[] => {
    const known = members.get(name);
    if (known) return known;
    const concept = Object.hasOwn(concepts, name) ? concepts[name] : undefined;
    if (concept === undefined) {
      const guess = problems.length < mostGuesses ? nearest(name, names) : undefined;
      const user = trail.at(-1) ?? name;
      problems.push({
        path: ['concepts', user, 'oneOf'],
        message: `No concept is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}`,
      });
      return [];
    }
    if (trail.includes(name)) {
      problems.push({ path: ['concepts', name, 'oneOf'], message: `"${name}" contains itself.` });
      return [];
    }
    if (trail.length >= deepest) {
      problems.push({
        path: ['concepts', trail[0] as string, 'oneOf'],
        message: `"${trail[0]}" is nested too deeply.`,
      });
      return [];
    }
    const own = idByName.get(name) as number;
    const ids: number[] = [];
    if (Array.isArray(concept) || !concept.oneOf) ids.push(own);
    else {
      for (const part of concept.oneOf) {
        const found = resolve(part, [...trail, name]);
        const before = memberRoom;
        memberRoom -= found.length;
        if (memberRoom >= 0) for (const id of found) ids.push(id);
        else if (before >= 0)
          problems.push({
            path: ['concepts', name, 'oneOf'],
            message: `With "${name}", the families of concepts have more than a million members. Let fewer contain each other.`,
          });
      }
    }
    // Once each: members that share members would otherwise double at every level.
    const all = [...new Set(!Array.isArray(concept) && concept.oneOf && concept.phrases ? [own, ...ids] : ids)];
    members.set(name, all);
    return all;
  };
  for (const name of names) resolve(name, []);
  return {
    vocabulary: { names, idsOf: (name) => members.get(name), read: (tokens) => readHits(root, tokens) },
    problems,
  };
}

/** What is left of the bounds. */
interface Room {
  phrases: number;
  letters: number;
}

/** One step of a phrase: a stem, or with `exact` the very form of a word. */

interface Insertion {
  readonly root: Node;
  /** What was read of the parts of phrases, which are few and come again and again. */
  readonly parts: Map<string, readonly ComparedWord[]>;
  readonly phrase: string;
  readonly id: number;
  readonly room: Room;
  readonly problems: Problem[];
  readonly path: readonly string[];
}

function insert({ root, parts, phrase, id, room, problems, path }: Insertion): void {
  if (room.phrases < 0 || room.letters < 0) return;
  let variants: readonly string[];
  try {
    variants = expandPhrase(phrase);
  } catch (error) {
    problems.push({ path, message: `${(error as Error).message}.` });
    return;
  }
  let crowded = false;
  for (const variant of variants) {
    room.phrases--;
    room.letters -= variant.length;
    if (room.phrases < 0 || room.letters < 0) return;
    let node = root;
    let empty = true;
    for (const part of variant.split(' ')) {
      for (const label of labelsOf(part, parts)) {
        empty = false;
        node = step(node, label);
      }
    }
    if (empty) problems.push({ path, message: `"${shortened(phrase)}" has no word in it.` });
    else if (!node.ends) node.ends = [id];
    else if (node.ends.length >= mostMeanings) crowded ||= !node.ends.includes(id);
    else if (!node.ends.includes(id)) node.ends.push(id);
  }
  if (crowded)
    problems.push({
      path,
      message: `More than ${mostMeanings} concepts have a phrase of "${shortened(phrase)}". Let one family hold it.`,
    });
}

function labelsOf(part: string, known: Map<string, readonly ComparedWord[]>): readonly ComparedWord[] {
  let labels = known.get(part);
  if (!labels) {
    labels = comparedWords(part);
    known.set(part, labels);
  }
  return labels;
}

function step(node: Node, { text, exact }: ComparedWord): Node {
  let edges = exact ? node.words : node.stems;
  if (!edges) {
    edges = new Map();
    if (exact) node.words = edges;
    else node.stems = edges;
  }
  let next = edges.get(text);
  if (!next) {
    next = makeNode();
    edges.set(text, next);
  }
  return next;
}

function readHits(root: Node, tokens: Tokens): readonly Hit[] {
  const hits: Hit[] = [];
  const exceptions: Hit[] = [];
  const walking: Walking = { tokens, hits, exceptions, steps: 0 };
  for (let from = 0; from < tokens.count; from++) {
    walking.steps = 0;
    walk(root, walking, from, from);
  }
  if (exceptions.length === 0) return hits;
  // Both are in the order of their first tokens: by concept, how far the exceptions that have begun reach.
  const reach = new Map<number, number>();
  let begun = 0;
  return hits.filter((hit) => {
    for (; begun < exceptions.length && (exceptions[begun] as Hit).from <= hit.from; begun++) {
      const { concept, to } = exceptions[begun] as Hit;
      reach.set(concept, Math.max(to, reach.get(concept) ?? 0));
    }
    return (reach.get(hit.concept) ?? 0) < hit.to;
  });
}

interface Walking {
  readonly tokens: Tokens;
  readonly hits: Hit[];
  readonly exceptions: Hit[];
  /** Taken from the current first word. */
  steps: number;
}

/** Follows both the stem and the exact edge; phrases are short, so the walk is too. */
function walk(node: Node, walking: Walking, from: number, at: number): void {
  const { tokens, hits, exceptions } = walking;
  walking.steps++;
  if (walking.steps > mostSteps) return;
  if (node.ends) {
    for (const id of node.ends) {
      if (id >= 0) hits.push({ concept: id, from, to: at });
      else exceptions.push({ concept: -1 - id, from, to: at });
    }
  }
  if (at >= tokens.count) return;
  const byStem = node.stems?.get(tokens.stem[at] as string);
  if (byStem) walk(byStem, walking, from, at + 1);
  const byWord = node.words?.get(tokens.word[at] as string);
  if (byWord) walk(byWord, walking, from, at + 1);
}
