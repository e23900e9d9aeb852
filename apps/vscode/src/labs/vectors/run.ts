import { createPlayground, type Progress, type Stage, type VectorSettings } from '@rubricate/core/labs/vectors';
import * as vscode from 'vscode';
import { type HostMessage, readMessage } from './messages.ts';
import { resultHtml, resultText } from './result.ts';

/** The editor is left alone for no longer than this at a time, and the page hears how far it is this often. */
const sliceMs = 12;
const tellMs = 120;

export interface VectorRun {
  /** What the page sent. */
  receive(message: unknown): void;
  stop(): void;
  /** Resolves with the first result, or when there will be none. */
  readonly first: Promise<void>;
}

/** Runs what the page asks for, in slices; what is asked next ends what runs. */
export function vectorRun(post: (message: HostMessage) => Thenable<boolean>): VectorRun {
  const playground = createPlayground();
  const { promise: first, resolve } = Promise.withResolvers<void>();
  let latest = 0;
  const run = async (settings: VectorSettings): Promise<void> => {
    latest += 1;
    const own = latest;
    const steps = playground.run(settings);
    let told = Date.now();
    for (;;) {
      const until = Date.now() + sliceMs;
      let step = steps.next();
      while (!step.done && Date.now() < until) step = steps.next();
      if (step.done) {
        await post({ kind: 'result', text: resultText(step.value), html: resultHtml(step.value) });
        resolve();
        return;
      }
      if (Date.now() - told >= tellMs) {
        told = Date.now();
        void post({ kind: 'progress', ...progressText(step.value) });
      }
      await new Promise((done) => setTimeout(done));
      if (own !== latest) return;
    }
  };
  return {
    receive(sent) {
      const message = readMessage(sent);
      if (message?.kind === 'run') void run(message.settings);
      if (message?.kind !== 'stop') return;
      latest += 1;
      resolve();
      void post({ kind: 'stopped', text: vscode.l10n.t('Stopped. Change something to run again.') });
    },
    stop() {
      latest += 1;
      resolve();
    },
    first,
  };
}

function progressText({ stage, share }: Progress): { readonly text: string; readonly share: number } {
  const texts: Readonly<Record<Stage, string>> = {
    data: vscode.l10n.t('Making the vectors…'),
    truth: vscode.l10n.t('Searching exactly, to know what is right…'),
    build: vscode.l10n.t('Building an index…'),
    search: vscode.l10n.t('Searching…'),
    filter: vscode.l10n.t('Searching with a filter…'),
    hybrid: vscode.l10n.t('Searching by words…'),
  };
  return { text: texts[stage], share };
}
