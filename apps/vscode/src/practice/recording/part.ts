// The entry of dist/recording.js; `index.ts` loads it.
import { showJournal, tellOfDamaged } from './check-journal.ts';
import { moveAndSay, offerToMove } from './move-journal.ts';
import { recordAttempt } from './record-attempt.ts';
import type { Recording, RecordingHost } from './recording.ts';

export function createRecording({ services, journal, memory }: RecordingHost): Recording {
  return {
    recordAttempt: (asked) => recordAttempt(services, journal, asked),
    tellOfDamaged,
    showJournal: (reading) => showJournal(journal, reading),
    offerToMove: () => offerToMove(journal, memory),
    move: () => moveAndSay(journal, memory),
  };
}
