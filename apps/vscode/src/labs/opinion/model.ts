import type { GradedCriterion } from '@rubricate/core/labs/opinion';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';

/** Requests that one opinion may take, characters of a reply that are waited for, and the share of a model's room that is used. */
const most = { requests: 6, reply: 200_000, room: 0.95 } as const;

/** A text for which a model has no room, however few criteria go with it. */
class TooLong extends Error {}

/** The one model that the editor offers, or the one of several that the user picks. Says so where there is none. */
export async function chooseModel(): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0) {
    const message = vscode.l10n.t(
      'This editor offers no language model, so there is no second opinion. Another extension may bring one; the review of Rubricate needs none.',
    );
    void messages.showInformationMessage(message);
    return undefined;
  }
  if (models.length === 1) return models[0];
  const picked = await vscode.window.showQuickPick(
    models.map((model) => ({
      label: model.name,
      description: model.vendor,
      detail: vscode.l10n.t('reads up to {0} tokens', model.maxInputTokens.toLocaleString(vscode.env.language)),
      model,
    })),
    { title: vscode.l10n.t('Second opinion'), placeHolder: vscode.l10n.t('Whose opinion?') },
  );
  return picked?.model;
}

/**
 * What to send: one request where the model has room for the answer with all criteria, else several, each with the whole
 * answer and a part of the criteria. Counting is the model's own work, so it too waits until the user has agreed.
 */
export async function requestsFor(
  model: vscode.LanguageModelChat,
  criteria: readonly GradedCriterion[],
  prompt: (criteria: readonly GradedCriterion[]) => string,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  const request = prompt(criteria);
  if ((await model.countTokens(request, token)) <= model.maxInputTokens * most.room) return [request];
  if (criteria.length < 2) throw new TooLong();
  const middle = Math.ceil(criteria.length / 2);
  const requests: string[] = [];
  for (const part of [criteria.slice(0, middle), criteria.slice(middle)]) {
    requests.push(...(await requestsFor(model, part, prompt, token)));
    if (requests.length > most.requests) throw new TooLong();
  }
  return requests;
}

/** The whole reply of a model, or as much of it as is ever read. */
export async function replyOf(
  model: vscode.LanguageModelChat,
  request: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const source = new vscode.CancellationTokenSource();
  const cancelling = token.onCancellationRequested(() => source.cancel());
  const justification = vscode.l10n.t('A second opinion on the answer you chose to send.');
  try {
    const messages = [vscode.LanguageModelChatMessage.User(request)];
    const response = await model.sendRequest(messages, { justification }, source.token);
    let reply = '';
    for await (const piece of response.text) {
      reply += piece;
      if (reply.length < most.reply) continue;
      source.cancel();
      break;
    }
    return reply;
  } finally {
    cancelling.dispose();
    source.dispose();
  }
}

export function isCancelled(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'Canceled');
}

/** What went wrong with a model, and what can be done about it. */
export function errorWords(error: unknown, { name }: vscode.LanguageModelChat): string {
  if (error instanceof TooLong)
    return vscode.l10n.t(
      'This answer is longer than {0} can read at once, so it was not asked. Choose a model with more room.',
      name,
    );
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof vscode.LanguageModelError)) return vscode.l10n.t('{0} gave no opinion: {1}', name, message);
  switch (error.code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return vscode.l10n.t(
        'The editor does not let Rubricate use {0}. Allow it when you are asked, or choose another model.',
        name,
      );
    case vscode.LanguageModelError.Blocked.name:
      return vscode.l10n.t(
        '{0} takes no request for now; a limit of whoever offers it may be used up. Try later, or choose another model.',
        name,
      );
    case vscode.LanguageModelError.NotFound.name:
      return vscode.l10n.t('{0} is no longer offered by this editor.', name);
    default: {
      const { cause } = error;
      const isOffTopic = cause instanceof Error && cause.message.includes('off_topic');
      return isOffTopic
        ? vscode.l10n.t('Whoever offers {0} declined the request as off topic. Choose another model.', name)
        : vscode.l10n.t('{0} gave no opinion: {1}', name, message);
    }
  }
}
