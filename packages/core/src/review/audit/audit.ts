import type { Answer, BlockAnalysis, Chunk } from '../../text/index.ts';
import { type Assumption, findAssumptions } from './assumptions.ts';
import { findDowntimes } from './availability.ts';
import { findCalculations } from './calculation.ts';
import { checkCalculation, type NumberFinding } from './check.ts';
import { findIndexMemory } from './index-memory.ts';

/** Two values for what can have only one. */
export interface Disagreement {
  readonly first: Assumption;
  readonly second: Assumption;
}

export interface NumberAudit {
  /** Results that are not what their numbers give, in order. */
  readonly findings: readonly NumberFinding[];
  readonly disagreements: readonly Disagreement[];
}

interface Read {
  readonly findings: readonly NumberFinding[];
  readonly assumptions: readonly Assumption[];
}

const nothing: Read = { findings: [], assumptions: [] };
const byBlock = new WeakMap<BlockAnalysis, Read>();
const byChunk = new WeakMap<Chunk, Read>();

/**
 * Recomputes the arithmetic an answer writes out, in prose, lists, tables and code. Pure; what was read of unchanged blocks
 * is kept. Offsets are UTF-16 into the source text.
 */
export function auditNumbers(answer: Answer): NumberAudit {
  const findings: NumberFinding[] = [];
  const assumptions: Assumption[] = [];
  for (const { start, chunk } of answer.chunks) {
    const read = readChunk(chunk);
    if (read === nothing) continue;
    for (const finding of read.findings) findings.push(moved(finding, start));
    for (const one of read.assumptions) assumptions.push({ ...one, start: one.start + start, end: one.end + start });
  }
  return { findings, disagreements: disagreementsOf(assumptions) };
}

/** Rounding is no disagreement: 600 for 631 million. */
const sameValue = 1.25;

function disagreementsOf(assumptions: readonly Assumption[]): readonly Disagreement[] {
  const first = new Map<string, Assumption>();
  const found: Disagreement[] = [];
  for (const one of assumptions) {
    const known = first.get(one.key);
    if (!known) first.set(one.key, one);
    else if (Math.max(one.value / known.value, known.value / one.value) > sameValue) {
      found.push({ first: known, second: one });
    }
  }
  return found;
}

function readChunk(chunk: Chunk): Read {
  const known = byChunk.get(chunk);
  if (known) return known;
  const parts = chunk.blocks.map(({ offset, analysis }) => ({ offset, read: readBlock(analysis) }));
  const findings = parts.flatMap(({ offset, read }) => read.findings.map((finding) => moved(finding, offset)));
  const assumptions = parts.flatMap(({ offset, read }) =>
    read.assumptions.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset })),
  );
  const made = findings.length + assumptions.length === 0 ? nothing : { findings, assumptions };
  byChunk.set(chunk, made);
  return made;
}

function readBlock(block: BlockAnalysis): Read {
  if (block.kind === 'hidden' || block.kind === 'quote' || block.quantities.length === 0) return nothing;
  const known = byBlock.get(block);
  if (known) return known;
  const findings: NumberFinding[] = [];
  const assumptions: Assumption[] = [];
  for (const { start, end, unfinished, question } of block.units) {
    if (unfinished || question || end - start > longest) continue;
    const text = block.masked.slice(start, end);
    for (const finding of findingsIn(text)) findings.push(moved(finding, start));
    if (block.kind === 'code') continue;
    for (const one of findAssumptions(text))
      assumptions.push({ ...one, start: one.start + start, end: one.end + start });
  }
  const made = findings.length + assumptions.length === 0 ? nothing : { findings, assumptions };
  byBlock.set(block, made);
  return made;
}

/** No sentence with a calculation is so long; a bound on the time for one that was made to hurt. */
const longest = 4_000;

function findingsIn(text: string): readonly NumberFinding[] {
  const calculations = findCalculations(text).flatMap((calculation) => checkCalculation(text, calculation) ?? []);
  return [...calculations, ...findDowntimes(text), ...findIndexMemory(text)].sort((a, b) => a.start - b.start);
}

function moved(finding: NumberFinding, by: number): NumberFinding {
  const { start, end, result } = finding;
  return {
    ...finding,
    start: start + by,
    end: end + by,
    result: { start: result.start + by, end: result.end + by },
  };
}
