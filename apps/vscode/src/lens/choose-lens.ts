import { type Library, type Target, throughLens } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { levelTitle, readingName } from '../wording.ts';
import type { LensChoice } from './lens-choices.ts';
import { lensName } from './lens-words.ts';

interface LensItem extends vscode.QuickPickItem {
  /** Undefined for what cannot be chosen; `own` for the lens that the text itself asks for. */
  readonly choice?: LensChoice | 'own';
}

export interface Choosing {
  readonly title: string;
  readonly placeholder: string;
  readonly library: Library;
  /** What the text itself asks to be judged against, and what it is judged against now. */
  readonly own: Target;
  readonly now: Target;
  /** Whether the way back to its own lens is offered. */
  readonly canGoBack: boolean;
}

/** Chooses one of the levels of all packs that know a rubric of the text; says of the others why they cannot judge it. */
export async function chooseLens(choosing: Choosing): Promise<LensChoice | 'own' | undefined> {
  const choice = await vscode.window.showQuickPick([...itemsOf(choosing)], {
    title: choosing.title,
    placeHolder: choosing.placeholder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.choice;
}

function itemsOf({ library, own, now, canGoBack }: Choosing): readonly LensItem[] {
  const able = library.packs.map((pack) => ({ pack, through: throughLens(own, library, pack.id) }));
  // Other companies and roles first: they are what one comes for. Foundations hold for nobody in particular.
  const rank = ({ pack }: (typeof able)[number]): number =>
    pack.id === own.lens.pack.id ? 2 : pack.extends?.length ? 0 : 1;
  const back: readonly LensItem[] = canGoBack
    ? [
        {
          label: `$(discard) ${vscode.l10n.t("Back to the answer's own lens")}`,
          description: lensName(own),
          choice: 'own',
        },
      ]
    : [];
  const levels = [...able]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ pack, through }): readonly LensItem[] => {
      if (!through.ok) return [];
      const note =
        through.unknown.length > 0 ? vscode.l10n.t('does not know the rubric {0}', through.unknown.join(', ')) : '';
      return [
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        ...pack.levels
          .filter(({ id }) => !isAt(own, pack.id, id))
          .map(({ id, title, bar }) => ({
            label: levelTitle({ id, title }),
            description: [
              readingName(bar),
              pack.title,
              ...(isAt(now, pack.id, id) ? [vscode.l10n.t('judges now')] : []),
            ].join(' · '),
            ...(note === '' ? {} : { detail: note }),
            choice: { pack: pack.id, level: id },
          })),
      ];
    });
  const unable = able.flatMap(({ pack, through }): readonly LensItem[] =>
    through.ok ? [] : [{ label: `$(circle-slash) ${pack.title}`, detail: through.message }],
  );
  return [
    ...back,
    ...levels,
    ...(unable.length === 0
      ? []
      : [{ label: vscode.l10n.t('cannot judge this text'), kind: vscode.QuickPickItemKind.Separator }, ...unable]),
  ];
}

function isAt(target: Target, pack: string, level: string): boolean {
  return target.lens.pack.id === pack && target.level === level;
}
