import type { Concept, Problem } from '../model/index.ts';
import { nearest } from '../model/index.ts';
import type { Tokens } from '../text/index.ts';
import { shortened } from './phrases.ts';
import { type Bounds, makeWordGraph, type WordNode } from './word-graph.ts';

/** An occurrence of a concept: half-open range of tokens of a block. */
export interface Hit {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

/** All phrases of all concepts in one graph over stemmed tokens, so that reading costs the same however many there are. */
export interface Vocabulary {
  readonly names: readonly string[];
  /** The concepts a name stands for: itself, or the members of a `oneOf`; undefined for an unknown name. */
  idsOf(name: string): readonly number[] | undefined;
  /** Every occurrence, ordered by first token. */
  read(tokens: Tokens): readonly Hit[];
}

/** Concepts within concepts go no deeper than this; people need three or four. */
const deepest = 64;

/** Bounds for concepts made to hurt, some five times what the largest packs have. */
const bounds: Bounds = { words: 2_000_000, letters: 10_000_000, meanings: 100 };
/** Members of all families together. */
const mostMembers = 1_000_000;
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
  const graph = makeWordGraph(bounds);
  let isFull = false;
  const insert = (phrase: string, meaning: number, path: Problem['path']): void => {
    try {
      const added = graph.add(phrase, meaning);
      if (added === 'no room') isFull = true;
      if (added === 'no word in it') problems.push({ path, message: `"${shortened(phrase)}" has no word in it.` });
      if (added === 'crowded')
        problems.push({
          path,
          message: `More than ${bounds.meanings} concepts have a phrase of "${shortened(phrase)}". Let one family hold it.`,
        });
    } catch (error) {
      problems.push({ path, message: `${(error as Error).message}.` });
    }
  };
  for (const [id, name] of names.entries()) {
    const concept = concepts[name] as Concept;
    const { phrases, except } = Array.isArray(concept) ? { phrases: concept, except: [] } : concept;
    for (const phrase of phrases ?? []) insert(phrase, id, ['concepts', name]);
    for (const phrase of except ?? []) insert(phrase, -1 - id, ['concepts', name, 'except']);
    if (!isFull) continue;
    problems.push({
      path: ['concepts', name],
      message: `With "${name}", the phrases of this pack and of those it builds on have more than 2,000,000 words, each alternative counted. Give it fewer alternatives; it and the concepts after it are left out.`,
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
    vocabulary: { names, idsOf: (name) => members.get(name), read: (tokens) => readHits(graph.root, tokens) },
    problems,
  };
}

function readHits(root: WordNode, tokens: Tokens): readonly Hit[] {
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
function walk(node: WordNode, walking: Walking, from: number, at: number): void {
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
