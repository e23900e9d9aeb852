export { clock, reviewTranscript, type SpokenReading, type SpokenReport } from './report.ts';
export { readTranscript, type Transcript, transcriptLimit } from './transcript.ts';
