import { join } from 'node:path';
import { attackTable, runAttacks } from '@rubricate/calibration/attacks';
import { shippedLibrary } from '@rubricate/calibration/judge';
import { readLabels } from '@rubricate/calibration/labels';
import { stabilityTable } from '@rubricate/calibration/stability';
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
