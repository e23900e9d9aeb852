import * as vscode from 'vscode';

/** The commands that links, lenses and rows run. Each is in the palette too, unless its comment says otherwise. */
export const commandIds = {
  reviewNow: 'rubricate.reviewNow',
  showEvidence: 'rubricate.showEvidence',
  hideEvidence: 'rubricate.hideEvidence',
  explain: 'rubricate.explain',
  insertSentence: 'rubricate.insertSentence',
  insertStructure: 'rubricate.insertStructure',
  addFrontMatter: 'rubricate.addFrontMatter',
  switchLevel: 'rubricate.switchLevel',
  judgeThrough: 'rubricate.judgeThrough',
  ownLens: 'rubricate.ownLens',
  compareLenses: 'rubricate.compareLenses',
  dismissHint: 'rubricate.dismissHint',
  nextHint: 'rubricate.nextHint',
  previousHint: 'rubricate.previousHint',
  focusChecklist: 'rubricate.focusChecklist',
  newPack: 'rubricate.newPack',
  checkPacks: 'rubricate.checkPacks',
  showPack: 'rubricate.showPack',
  /** Selects a place of an answer. Only for rows of views: it means nothing without one. */
  goTo: 'rubricate.goTo',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** A link for Markdown that is trusted with our own commands and no others. */
export function commandLink(command: CommandId, ...args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}

/** Markdown whose links may run our commands and nothing else. */
export function ownMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.isTrusted = { enabledCommands: Object.values(commandIds) };
  return markdown;
}

/** The criterion a command is for: named outright, or by the row of a view whose menu ran it. */
export function refOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  if (typeof asked !== 'object' || asked === null || !('ref' in asked)) return undefined;
  return typeof asked.ref === 'string' ? asked.ref : undefined;
}

/** The document a command is for. The menu of a view passes other things in its place. */
export function uriOf(asked: unknown): vscode.Uri | undefined {
  return typeof asked === 'string' ? vscode.Uri.parse(asked, true) : undefined;
}
