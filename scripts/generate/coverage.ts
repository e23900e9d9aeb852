import { coverageOf, coverageTable } from '@rubricate/packs/claims';
import { readShippedPacks } from '@rubricate/packs/content';
import { writeGenerated } from './write.ts';

// Where each claim of the source articles lives, for those who keep the packs; users see the sources.
const coverage = coverageOf(readShippedPacks());
const pages = [
  '<!-- Made from packages/packs/content by `pnpm generate`. -->',
  '# Where each claim of the sources lives',
  '',
  `Three articles are the first sources of the packs that ship. Their claims are numbered in the order they were read (${coverage.homes.size} in all, with the contradictions between them), and every one reaches a user in some part of a pack. The build fails when one gets lost; \`pnpm coverage\` prints this table. Users see the source of a claim, its date and whether anyone bears it out, never its number.`,
  '',
  coverageTable(coverage),
  '',
];
writeGenerated('docs/claims.md', pages.join('\n'));
