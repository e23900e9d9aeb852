export { type Attempted, spokenAttempt } from './attempt.ts';
export { lastWords, momentOf, momentsOf } from './moments.ts';
export { candidateText, figureRows, limitsOf, seconds, spokenPage } from './page.ts';
export { clock, reviewTranscript, type SpokenReading, type SpokenReport } from './report.ts';
export { phaseSign, timelineRows } from './timeline.ts';
export { readTranscript, type Transcript, transcriptLimit } from './transcript.ts';
export { englishSpokenWords, type SpokenWords } from './words.ts';
