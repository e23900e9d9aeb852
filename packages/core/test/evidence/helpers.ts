import {
  type CompiledEvidence,
  compileEvidence,
  type EvidenceSource,
  type EvidenceSummary,
  makeReadingCache,
  spansOf,
  summarise,
} from '../../src/evidence/index.ts';
import { readAnswer } from '../../src/text/index.ts';

/** A small language of evidence, enough to show each power of it. */
const cues: EvidenceSource['concepts'] = {
  'cue-negation': { phrases: ['not', "won't", 'no', 'without', 'never'], except: ['no longer', 'not only'] },
  'cue-turn': ['but', 'because', 'instead'],
  'cue-dismissal': ['is not needed', 'overkill'],
  'cue-deferral': ['to be decided', 'decide later'],
  'cue-advice': ['you should', 'make sure'],
  'cue-exclusion': ['out of scope', 'non-goals'],
};

export function compile(source: Partial<EvidenceSource>): CompiledEvidence {
  const { evidence, problems } = compileEvidence({
    concepts: { ...cues, ...source.concepts },
    signals: source.signals ?? {},
    rules: source.rules ?? {},
  });
  if (problems.length > 0)
    throw new Error(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return evidence;
}

export function summaryOf(text: string, evidence: CompiledEvidence): EvidenceSummary {
  return summarise(readAnswer(text), evidence, makeReadingCache());
}

/** The words of a text that a signal points at, in order. */
export function found(text: string, evidence: CompiledEvidence, signal: string): readonly string[] {
  return summaryOf(text, evidence)
    .signal(signal)
    .sightings.flatMap((sighting) => spansOf(sighting).map(({ start, end }) => text.slice(start, end)));
}
