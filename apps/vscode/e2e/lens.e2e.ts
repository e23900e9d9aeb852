import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useSession } from './session.ts';

const answer = `---
question: pinecone/database-feature
---

The developer at a legal search company today writes her own script to join filters with vectors; it takes her two days a
week, and 30 percent of the queries return nothing.
`;

describe('lenses in the workbench', () => {
  const session = useSession();

  it('are switched, compared and left again, and the file stays as it was', async () => {
    const { workbench, page, folder } = session();
    const { palette, tree } = workbench;
    const file = join(folder, 'feature.md');
    await writeFile(file, answer);
    await workbench.openFile('feature.md');
    await palette.run('Rubricate: Focus Checklist');
    const rows = async (): Promise<string> => (await tree('Checklist').items()).join('\n');
    await expect.poll(rows, { timeout: 15_000 }).toContain('aims at Senior Product Manager');

    await palette.run('View: Focus Active Editor Group');
    await palette.run('Rubricate: Judge Through Another Lens…');
    await palette.choose('L5, senior data product manager');
    await expect.poll(rows, { timeout: 15_000 }).toContain('Pinterest, data product manager · L5');
    await page.locator('.codelens-decoration > a', { hasText: 'through the lens Pinterest' }).waitFor();

    // With another lens chosen, that is the one to compare with.
    await palette.run('Rubricate: Compare Lenses…');
    await page.locator('.tab', { hasText: 'feature.lenses.md' }).waitFor();
    const frame = page.frameLocator('iframe.webview').first().frameLocator('iframe');
    await frame.locator('h3', { hasText: 'Developer problem' }).waitFor();
    const text = await frame.locator('body').innerText();
    expect(text).toContain('speaks against you');
    expect(text).toMatch(/Opening on the person and what hurts them/);

    await palette.run("Rubricate: Back to the Answer's Own Lens");
    await expect.poll(rows, { timeout: 15_000 }).not.toContain('judged through this lens');
    expect(await readFile(file, 'utf8')).toBe(answer);
  }, 120_000);
});
