import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile } from './support.ts';

describe('the extension', () => {
  it('activates on a Markdown document', async () => {
    await openFile('README.md');
    const extension = vscode.extensions.getExtension('rubricate.rubricate-vscode');
    assert.isDefined(extension);
    await eventually('the extension to be active', () => extension.isActive);
  });
});
