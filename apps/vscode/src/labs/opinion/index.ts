import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import { plain } from '../../practice/progress/row.ts';
import type { RegisterLab } from '../lab.ts';
import { type OpinionLab, type OpinionPart, opinionIds } from './opinion.ts';

/** A language model's opinion beside ours, and our review as a tool for the editor's agent. Only wires. */
export const registerOpinion: RegisterLab = (host) => {
  const { context } = host;
  const load = partLoader<OpinionPart, OpinionLab>(context.extensionUri, 'lab-opinion', (part) => {
    const lab = part.createOpinionLab(host);
    context.subscriptions.push(lab);
    return lab;
  });
  const offerTool = (): vscode.Disposable =>
    vscode.lm.registerTool(opinionIds.tool, {
      prepareInvocation: async (options, token) => (await load()).tool.prepareInvocation(options, token),
      invoke: async (options, token) => (await load()).tool.invoke(options, token),
    });
  context.subscriptions.push(
    vscode.commands.registerCommand(opinionIds.ask, async () => (await load()).ask()),
    // An agent is given nothing of a folder that nobody trusts yet.
    vscode.workspace.isTrusted
      ? offerTool()
      : vscode.workspace.onDidGrantWorkspaceTrust(() => context.subscriptions.push(offerTool())),
  );
  const label = vscode.l10n.t('Second opinion');
  return {
    row: () => {
      const description = vscode.workspace.isTrusted
        ? vscode.l10n.t('a language model of this editor, beside the review')
        : vscode.l10n.t('only in a trusted folder');
      return {
        ...plain,
        id: 'lab-opinion',
        label,
        description,
        spoken: `${label}, ${description}`,
        icon: 'comment-discussion',
        kind: 'lab',
        command: { id: opinionIds.ask, title: label },
      };
    },
  };
};
