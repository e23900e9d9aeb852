// Looks at what would be published before it is: `pnpm release:check`. The packages are packed as publishing packs them, read,
// and used in an empty project; the packed extension is read. The last line is `N passed, N failed`.
//   --update    writes the lists of what lies in the extension, instead of comparing with them
import { type Counts, countsLine } from './counts.ts';
import { consumerChecks } from './release/consumer.ts';
import { coreDoors } from './release/core-doors.ts';
import type { ReleaseCheck } from './release/finding.ts';
import { contentFindings, packAll, publintFindings, type Tarball, typeFindings } from './release/tarballs.ts';
import { readVsix, vsixChecks, vsixLists } from './release/vsix.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const tarballChecks = (tarball: Tarball, version: string, entrypoints: readonly string[]): readonly ReleaseCheck[] => [
  { title: `${tarball.of.name}: what is in it`, run: () => contentFindings(tarball, version) },
  { title: `${tarball.of.name}: publint`, run: () => publintFindings(tarball) },
  ...(tarball.of.hasTypes
    ? [{ title: `${tarball.of.name}: its types resolve and are true`, run: () => typeFindings(tarball, entrypoints) }]
    : []),
];

/** Runs all checks one after the other, because later ones need what earlier ones made. */
export const checkRelease = async (log: (line: string) => void, update = false): Promise<Counts> => {
  const temporary = await makeTemporaryFolder('release');
  try {
    const tarballs = await packAll(temporary.path);
    const version = tarballs[0]?.manifest.version ?? '';
    const entrypoints = (name: string): readonly string[] =>
      name === '@rubricate/core' ? coreDoors().map((door) => `./${door}`) : ['.'];
    const checks = [
      ...tarballs.flatMap((tarball) => tarballChecks(tarball, version, entrypoints(tarball.of.name))),
      ...consumerChecks(temporary.path, tarballs),
      ...vsixChecks(await readVsix(), { version, update, lists: vsixLists }),
    ];
    let failed = 0;
    for (const { title, run } of checks) {
      const start = performance.now();
      const findings = await run();
      if (findings.length > 0) failed += 1;
      log(`  ${findings.length > 0 ? '✗' : '✓'} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      for (const finding of findings) log(`      ${finding}`);
    }
    return { passed: checks.length - failed, failed };
  } finally {
    temporary.remove();
  }
};

if (import.meta.main) {
  const counts = await checkRelease(console.log, process.argv.includes('--update'));
  console.log(countsLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
