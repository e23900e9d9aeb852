import * as vscode from 'vscode';

export type PitfallSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The settings that hold for one document. */
export interface Settings {
  readonly enable: boolean;
  readonly severity: PitfallSeverity;
  readonly most: number;
  readonly codeLens: boolean;
}

export const section = 'rubricate';

export function settingsFor(uri: vscode.Uri): Settings {
  const all = vscode.workspace.getConfiguration(section, uri);
  return {
    enable: all.get('enable', true),
    severity: all.get<PitfallSeverity>('hints.severity', 'information'),
    most: Math.max(0, Math.min(50, all.get('hints.most', 6))),
    codeLens: all.get('codeLens.enabled', true),
  };
}
