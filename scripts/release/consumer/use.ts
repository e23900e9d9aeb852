// A program of somebody who uses the published packages: compiled as a stranger's project would, bundled for a browser, run.
import { packPage } from '@rubricate/core/authoring';
import { evaluate, type Span } from '@rubricate/core/evidence';
import { drawScenario, type Scenario } from '@rubricate/core/labs/incident';
import { type OfferReading, offerTemplate, readOffer } from '@rubricate/core/labs/offer';
import { readTranscript } from '@rubricate/core/labs/transcript';
import { defaultSettings, type VectorSettings } from '@rubricate/core/labs/vectors';
import { type Pack, readPackFiles } from '@rubricate/core/model';
import { noProgress, type Progress } from '@rubricate/core/practice';
import { findTarget, hintsOf, makeLibrary, type Review, reviewAnswer } from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { loadPack, loadPacks, type PackId, packIds } from '@rubricate/packs';

/** Reviews a text with the packs that ship. */
export const reviewText = async (text: string): Promise<Review> => {
  const library = makeLibrary(await loadPacks());
  const answer: Answer = readAnswer(text);
  const found = findTarget(answer.frontMatter, library, {});
  if (!found.ok) throw new Error(found.reason.message);
  return reviewAnswer(answer, found.target);
};

/** What the review found, in data that can be compared. */
export const found = (review: Review): Readonly<Record<string, string>> =>
  Object.fromEntries(review.criteria.map(({ criterion, status }) => [criterion.ref, status]));

// One use of each other door, so that none is published broken.
const first: PackId = packIds[0];
const pack: Pack = await loadPack(first);
const progress: Progress = noProgress;
const offer: OfferReading = readOffer(offerTemplate());
const settings: VectorSettings = defaultSettings;
const scenario: Scenario = drawScenario({ seed: 1, difficulty: 'easy', rows: 1_000 });
export const doors = {
  authoring: packPage(pack, { library: makeLibrary([pack]) }).sections.length,
  evidence: evaluate,
  model: readPackFiles([{ path: 'pack.yaml', text: 'id: [' }]).problems.length,
  transcript: (await readTranscript('WEBVTT\n\n00:00.000 --> 00:02.000\nHello there.\n')).problems.length,
  hints: (review: Review): readonly Span[] => hintsOf(review, { finished: true, most: 6 }).map(({ range }) => range),
  ...{ progress, offer, settings, scenario },
};

// The types say no to what is wrong; were they lost on the way, these lines would not be errors and so become ones.
// @ts-expect-error There is no such pack.
export const noSuchPack = () => loadPack('no-such-pack');
// @ts-expect-error A review is made of an answer, not of its text.
export const notAnAnswer = (review: Review) => reviewAnswer('text', review.target);
// @ts-expect-error What a review holds is not written to.
export const notWritten = (review: Review) => review.criteria.push();
