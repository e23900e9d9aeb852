import { clockOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { practiceIds } from '../practice/ids.ts';
import type { KeptMock } from './mock-store.ts';
import { statusSpoken, statusText, statusTooltip } from './mock-words.ts';

/** The countdown in the status bar. */
export interface MockStatus extends vscode.Disposable {
  show(kept: KeptMock, now: number): void;
  hide(): void;
}

/** In the last minutes the colour says so too. */
const lastMs = 5 * 60_000;

export function mockStatus(): MockStatus {
  const item = vscode.window.createStatusBarItem('rubricate.mock', vscode.StatusBarAlignment.Left, 1_000);
  item.name = vscode.l10n.t('Rubricate: mock interview');
  item.command = practiceIds.mockActions;
  let tooltip = '';
  return {
    show({ mock, title }, now) {
      const clock = clockOf(mock, now);
      item.text = statusText(mock, now);
      item.accessibilityInformation = { label: statusSpoken(mock, now), role: 'button' };
      // A tooltip that is set anew closes under the pointer.
      const next = statusTooltip(title, mock, clock);
      if (next !== tooltip) {
        tooltip = next;
        item.tooltip = new vscode.MarkdownString(next, true);
      }
      item.backgroundColor =
        clock.left < 0
          ? new vscode.ThemeColor('statusBarItem.errorBackground')
          : clock.left <= lastMs
            ? new vscode.ThemeColor('statusBarItem.warningBackground')
            : undefined;
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}
