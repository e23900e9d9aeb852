import { assert } from 'chai';
import * as vscode from 'vscode';
import { readRunFacts } from './support.ts';

describe('the run', () => {
  it('takes place in the extension host the harness asked for', async () => {
    const { host } = await readRunFacts();
    const isNode = 'process' in globalThis && 'importScripts' in globalThis === false;
    assert.equal(isNode ? 'node' : 'web', host);
  });

  it('has the trust the harness asked for', async () => {
    const { trust } = await readRunFacts();
    assert.equal(vscode.workspace.isTrusted, trust === 'off');
  });

  it('is against the extension the harness asked for', async () => {
    const { host, installed } = await readRunFacts();
    const uri = vscode.extensions.getExtension('rubricate.rubricate-vscode')?.extensionUri;
    // Installed it lies where VS Code keeps extensions or, in the browser, where the gallery has its files.
    const place = host === 'web' ? /^https:\/\/gallery\.invalid\// : /\/extensions\/rubricate\.rubricate-vscode-/;
    assert.equal(place.test(String(uri)), installed === true, String(uri));
  });
});
