import { type BlockAnalysis, type Quantity, type QuantityKind, stemOf } from '../text/index.ts';
import { disorderOf, type Form, isDefinition, isEnumeration, isGarbled, isRecounting, type Order } from './form.ts';
import { shapeBit, shapesOf } from './shapes.ts';

/** How a unit is made, whatever words a vocabulary looks for in it. */
export interface UnitMaking {
  readonly words: number;
  readonly quantities: readonly QuantityKind[];
  /** How large the loads are that it names, where they are plainly small or large. */
  readonly loads: readonly Load[];
  readonly shapes: number;
  /** A bare list of words, with no sentence around them. */
  readonly bare: boolean;
  /** Words in an order that no sentence has. */
  readonly garbled: boolean;
  /** How it is made; undefined where it is too short, or no sentence, to tell. */
  readonly form: (Order & { readonly kinds: readonly Form[] }) | undefined;
  /** Equal for units that say the same words in the same order. */
  readonly fingerprint: number;
  /** Marks of writing about machines, whatever the words: an arrow, a sum, a field list, an abbreviation, a rate. */
  readonly technical: number;
}

const known = new WeakMap<BlockAnalysis, readonly UnitMaking[]>();

/** How the units of a block are made, in their order. A text is read with several vocabularies; this is read once. */
export function readMakings(block: BlockAnalysis): readonly UnitMaking[] {
  let made = known.get(block);
  if (!made) {
    made = makingsOf(block);
    known.set(block, made);
  }
  return made;
}

function makingsOf(block: BlockAnalysis): readonly UnitMaking[] {
  const code = block.kind === 'code';
  const prose = block.kind === 'paragraph' || block.kind === 'item';
  let quantity = 0;
  return block.units.map((unit): UnitMaking => {
    const { firstToken, lastToken } = unit;
    const quantities: QuantityKind[] = [];
    const loads: Load[] = [];
    while (quantity < block.quantities.length) {
      const next = block.quantities[quantity];
      if (!next || next.start >= unit.end) break;
      if (next.start >= unit.start) {
        quantities.push(next.kind);
        const load = loadOf(next);
        if (load && !loads.includes(load)) loads.push(load);
      }
      quantity++;
    }
    const words = lastToken - firstToken;
    const bare = !code && (quantities.length < 2 || words >= longList) && isBare(block, firstToken, lastToken);
    const text = block.masked.slice(unit.start, Math.min(unit.end, unit.start + 2_000));
    const shapes = shapesOf(text, quantities.filter((kind) => kind !== 'percentile').length, unit.question, code);
    const order = prose && words >= shortestSentence ? disorderOf(block, firstToken, lastToken) : undefined;
    return {
      words,
      quantities,
      loads,
      shapes,
      bare,
      garbled: order !== undefined && isGarbled(order, words),
      form: order && { ...order, kinds: kindsOf(block, unit, bare) },
      fingerprint: fingerprintOf(block, firstToken, lastToken),
      technical:
        quantities.filter((kind) => technicalKinds.has(kind)).length +
        ((shapes & technicalShapes) === 0 ? 0 : 1) +
        (abbreviation.test(text) ? 1 : 0),
    };
  });
}

/** Quantities and shapes that everyday talk does not have. */
const technicalKinds: ReadonlySet<QuantityKind> = new Set(['users', 'rate', 'bytes', 'bandwidth', 'percentile']);
const technicalShapes = [
  'arithmetic',
  'flow',
  'endpoint',
  'signature',
  'schema',
  'fields',
  'record',
  'query',
  'mapping',
]
  .map((name) => shapeBit(name) ?? 0)
  .reduce((all, bit) => all | bit, 0);
const abbreviation = /\b\p{Lu}{2,6}s?\b/u;

/** A load one machine carries without thought, or one that no single machine does. */
export type Load = 'small-load' | 'large-load';

function loadOf({ kind, value, high }: Quantity): Load | undefined {
  const most = high ?? value;
  if (kind === 'users') return most <= 20_000 ? 'small-load' : value >= 1e6 ? 'large-load' : undefined;
  if (kind === 'rate') return most <= 100 ? 'small-load' : value >= 2_000 ? 'large-load' : undefined;
  return kind === 'bytes' && value >= 1e13 ? 'large-load' : undefined;
}

/** No sentence is so long; so many words in a row are a list, whatever numbers stand in it. */
const longList = 60;

/** Shorter ones are telegraph style, and tell nothing of how a text is written. */
const shortestSentence = 5;

function kindsOf(
  block: BlockAnalysis,
  unit: { readonly start: number; readonly end: number; readonly firstToken: number; readonly lastToken: number },
  bare: boolean,
): readonly Form[] {
  const forms: Form[] = [];
  if (bare || isEnumeration(block, unit.firstToken, unit.lastToken)) forms.push('listing');
  if (isRecounting(block, unit.firstToken, unit.lastToken)) forms.push('recounting');
  if (isDefinition(block.masked.slice(unit.start, Math.min(unit.end, unit.start + 300)))) forms.push('defining');
  return forms;
}

const functionWords = new Set(
  (
    'a an the this that these those it its they their them we our us i my you your he she who which what when where how why ' +
    'is are was were be been being am do does did have has had will would can could should may might must shall ' +
    'and or but so because since as if then than while until unless although though ' +
    'of to in on at by for from with without into over under between through per via after before during about against ' +
    'not no only also just more most each every any all some both one two there here'
  ).split(' '),
);

/** Seven or more words with hardly a function word among them are a list of terms, not something said. */
function isBare(block: BlockAnalysis, first: number, last: number): boolean {
  const words = last - first;
  if (words < 7) return false;
  let functional = 0;
  let separated = 0;
  for (let token = first; token < last; token++) {
    if (functionWords.has(block.tokens.word[token] as string)) functional++;
    if (token > first && (block.tokens.gap[token] as number) > 0) separated++;
  }
  if (functional / words < 0.09) return separated / words >= 0.2 || words >= 14;
  return separated / words >= 0.45 && functional / words < 0.16;
}

/** Equal for the same words in the same order, by their stems. */
export function fingerprintOf(block: BlockAnalysis, first: number, last: number): number {
  let hash = 0x811c9dc5;
  for (let token = first; token < last; token++) {
    const stem = block.tokens.stem[token] ?? stemOf('');
    for (let index = 0; index < stem.length; index++) hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}
