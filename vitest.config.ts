import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/{src,test}/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'apps/vscode/test/**', 'apps/vscode/e2e/**'],
    passWithNoTests: true,
    // No test is about time; compiling all packs takes some seconds where much else runs.
    testTimeout: 30_000,
  },
});
