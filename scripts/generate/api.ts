import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { apiReports, reportFile, reportPage, undocumented } from '../release/api-report.ts';
import { compileCore } from '../release/compile-core.ts';
import { coreDoors } from '../release/core-doors.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { writeGenerated } from './write.ts';

// docs/api: what each door of the core exports, so that a change of it is seen where changes are read.
const temporary = await makeTemporaryFolder('api');
const declarations = join(temporary.path, 'core');
await compileCore(declarations, { declarationsOnly: true });
const reports = apiReports(declarations, coreDoors());
temporary.remove();
const bare = undocumented(reports);
if (bare.length > 0) throw new Error(`Say in a comment above it what each of these does: ${bare.join(', ')}.`);

for (const report of reports) writeGenerated(`docs/api/${reportFile(report.door)}`, reportPage(report));
const rows = reports.map(
  ({ door, exported }) => `| [\`@rubricate/core/${door}\`](${reportFile(door)}) | ${exported.size} |`,
);
writeGenerated(
  'docs/api/README.md',
  `<!-- Made from the declarations of packages/core by \`pnpm generate\`. -->
# What the core exports

One page a door, with every declaration as a user of the package sees it. The pages are generated and checked in, so that a
change of what others build on shows in review: one that takes something away or changes its type needs a minor version below
1.0, a major one after, and a sentence in its changeset.

| door | names |
| --- | --- |
${rows.join('\n')}
`,
);
const pages = new Set(['README.md', ...reports.map(({ door }) => reportFile(door))]);
for (const page of globSync('*.md', { cwd: join(root, 'docs', 'api') }))
  if (!pages.has(page)) rmSync(join(root, 'docs', 'api', page));
