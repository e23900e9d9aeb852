import * as vscode from 'vscode';
import { explainScheme } from '../judged-documents.ts';

/** Which criterion or pitfall is explained, seen through which pack and level. */
export interface Explained {
  /** `rubric/id` */
  readonly ref: string;
  readonly pack: string;
  readonly level: string;
}

/**
 * The address of an explanation, also as the target of a hint's code: the editor follows no command there. The manifest
 * has this scheme open rendered (`workbench.editorAssociations`).
 */
export function explainUri({ ref, pack, level }: Explained): vscode.Uri {
  const query = new URLSearchParams({ pack, level }).toString();
  return vscode.Uri.from({ scheme: explainScheme, path: `/${ref}.md`, query });
}

export function readExplainUri(uri: vscode.Uri): Explained {
  const query = new URLSearchParams(uri.query);
  return {
    ref: uri.path.replace(/^\//, '').replace(/\.md$/, ''),
    pack: query.get('pack') ?? '',
    level: query.get('level') ?? '',
  };
}
