import * as evidence from './shared/evidence.mts';
import * as model from './shared/model.mts';
import * as practice from './shared/practice.mts';
import * as review from './shared/review.mts';
import * as text from './shared/text.mts';
import * as yaml from './shared/yaml.mts';

/**
 * What the parts take from the rest of the extension, by module and name. A name that stands here is asked for when a part
 * runs; another goes into the part that uses it (see scripts/build.mts), so what only one part needs is in nobody else's way.
 */
export const sharedNames: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@rubricate/core/evidence': evidence,
  '@rubricate/core/model': model,
  '@rubricate/core/practice': practice,
  '@rubricate/core/review': review,
  '@rubricate/core/text': text,
  yaml,
};
