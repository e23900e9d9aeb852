import { coverageOf, coverageTable } from '../src/claims.ts';
import { readShippedPacks } from '../src/content.ts';

// pnpm coverage — where each claim of the sources lives in the packs.
const coverage = coverageOf(readShippedPacks());
console.log(coverageTable(coverage));
console.log(`\n${coverage.homes.size} claims, ${coverage.missing.length} of them nowhere.`);
if (coverage.missing.length > 0) process.exitCode = 1;
