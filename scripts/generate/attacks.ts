import { join } from 'node:path';
import { attackTable, runAttacks } from '../../packages/calibration/src/attacks.ts';
import { shippedLibrary } from '../../packages/calibration/src/judge.ts';
import { readLabels } from '../../packages/calibration/src/labels.ts';
import { stabilityTable } from '../../packages/calibration/src/stability.ts';
import { root } from '../paths.ts';
import { writeSection } from './write.ts';

// What texts that only look like answers come to, and how steady a verdict is.
const library = shippedLibrary();
const labelled = readLabels(join(root, 'packages/calibration/labels'));
writeSection('docs/judgement.md', 'attacks', attackTable(runAttacks(library, labelled)));
writeSection(
  'docs/judgement.md',
  'stability',
  stabilityTable(
    labelled.filter(({ half }) => half === 'tune'),
    library,
  ),
);
