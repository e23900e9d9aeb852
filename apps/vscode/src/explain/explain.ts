import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from '../active-answer.ts';
import { commandIds, refOf } from '../command-ids.ts';
import { explainScheme, isOwnPage } from '../judged-documents.ts';
import { partLoader } from '../load-part.ts';
import type { Judged, Services } from '../services.ts';
import { statusName } from '../wording.ts';
import { type Explained, explainUri, readExplainUri } from './explain-uri.ts';
import type { explanation } from './explanation.ts';

/** What dist/explaining.js exports. */
interface ExplainingPart {
  readonly explanation: typeof explanation;
}

/**
 * Explanations are read-only Markdown pages of a scheme of their own, shown rendered beside the answer. They are made from
 * the packs at hand, so they need no network and know packs of the user's own.
 */
export function registerExplain(context: vscode.ExtensionContext, services: Services, active: ActiveAnswer): void {
  const load = partLoader<ExplainingPart, ExplainingPart>(context.extensionUri, 'explaining', (part) => part);
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(explainScheme, {
      provideTextDocumentContent: async (uri) => {
        const part = await load();
        return part.explanation(readExplainUri(uri), await services.packs.library(active.document?.uri));
      },
    }),
    vscode.commands.registerCommand(commandIds.explain, async (asked?: unknown) => {
      const explained = isExplained(asked) ? asked : await choose(services, active, refsOf(asked));
      if (explained) await show(explainUri(explained));
    }),
  );
}

function isExplained(asked: unknown): asked is Explained {
  return typeof asked === 'object' && asked !== null && 'ref' in asked && 'pack' in asked && 'level' in asked;
}

/** The criteria to choose from: those of a section, or the one whose row was clicked. */
function refsOf(asked: unknown): readonly string[] | undefined {
  if (Array.isArray(asked)) return asked.map(String);
  const ref = refOf(asked);
  return ref === undefined ? undefined : [ref];
}

/** Opens it beside the answer, in the place of an explanation that is there. The manifest has the scheme shown rendered. */
async function show(uri: vscode.Uri): Promise<void> {
  const group = vscode.window.tabGroups.all.find(({ isActive, tabs }) => !isActive && tabs.some(isOwnPage));
  const viewColumn = group?.viewColumn ?? vscode.ViewColumn.Beside;
  await vscode.commands.executeCommand('vscode.open', uri, {
    viewColumn,
    preview: true,
  } satisfies vscode.TextDocumentShowOptions);
}

async function choose(
  { reviews }: Services,
  active: ActiveAnswer,
  refs: readonly string[] | undefined,
): Promise<Explained | undefined> {
  const judged = await judgedNow(active, reviews);
  if (!judged) return undefined;
  const only = refs?.length === 1 ? refs[0] : undefined;
  const ref = only ?? (await pickRef(judged, refs));
  return ref === undefined ? undefined : { ref, pack: judged.target.lens.pack.id, level: judged.target.level };
}

/** Chooses one of the criteria and pitfalls of a review, those that lack something first. */
async function pickRef({ review }: Judged, refs: readonly string[] | undefined): Promise<string | undefined> {
  const order = { missing: 0, partial: 1, met: 2 };
  const criteria = [...review.criteria]
    .sort((a, b) => order[a.status] - order[b.status])
    .map(({ criterion, status }) => ({
      label: criterion.title,
      description: statusName(status),
      detail: criterion.hint,
      ref: criterion.ref,
    }));
  const pitfalls = review.pitfalls.map(({ pitfall, present }) => ({
    label: pitfall.title,
    description: present ? vscode.l10n.t('pitfall, in this text') : vscode.l10n.t('pitfall'),
    detail: pitfall.hint,
    ref: pitfall.ref,
  }));
  const items = [...criteria, ...pitfalls].filter(({ ref }) => refs === undefined || refs.includes(ref));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain criterion'),
    placeHolder: vscode.l10n.t('Choose what to read about'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.ref;
}
