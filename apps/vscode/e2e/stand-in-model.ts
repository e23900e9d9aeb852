import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench } from './pages/workbench.ts';
import type { Session } from './session.ts';

/** What the model of the stand-in says, and how long it takes for it. */
type StandIn = { readonly reply: string; readonly seconds?: number };

/**
 * Opens the window again with an extension beside ours that offers a language model, through the same interface as any
 * other. What it says is given; nothing leaves the machine. The session has to be one with `testDriver`: only then does a
 * window take an extension by its address.
 */
export const offerModel = async ({ page, folder }: Session, { reply, seconds = 0.5 }: StandIn): Promise<void> => {
  const extension = join(folder, '..', 'stand-in-model');
  await mkdir(extension, { recursive: true });
  const manifest = {
    name: 'stand-in-model',
    publisher: 'rubricate',
    version: '0.0.0',
    engines: { vscode: '^1.106.0' },
    main: './index.js',
    contributes: { languageModelChatProviders: [{ vendor: 'stand-in', displayName: 'Stand-in' }] },
  };
  await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(extension, 'index.js'), code({ reply, seconds }));
  const address = new URL(page.url());
  const path = `vscode-remote://${address.host}${encodeURI(extension)}`;
  address.searchParams.set('payload', JSON.stringify([['extensionDevelopmentPath', path]]));
  await page.goto(address.href);
  await openWorkbench(page);
};

/** The extension's code: text, since what builds these tests would change a function's. */
const code = ({ reply, seconds }: Required<StandIn>): string => `
const vscode = require('vscode');
const pieces = ${JSON.stringify(reply.match(/[\s\S]{1,400}/g) ?? [])};
const model = { id: 'stand-in-1', name: 'Stand-in 1', family: 'stand-in', version: '1', capabilities: {} };
exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.lm.registerLanguageModelChatProvider('stand-in', {
      provideLanguageModelChatInformation: () => [{ ...model, maxInputTokens: 32000, maxOutputTokens: 8000 }],
      provideTokenCount: async (_model, text) => JSON.stringify(text).length / 4,
      provideLanguageModelChatResponse: async (_model, _messages, _options, progress, token) => {
        for (const piece of pieces) {
          await new Promise((resolve) => setTimeout(resolve, ${seconds * 1_000} / pieces.length));
          if (token.isCancellationRequested) return;
          progress.report(new vscode.LanguageModelTextPart(piece));
        }
      },
    }),
  );
};
`;
