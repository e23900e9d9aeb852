import * as vscode from 'vscode';

/** The path from the folder that holds the journal, so that it means the same on another machine. */
export function pathInWorkspace(uri: vscode.Uri): string | undefined {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/?$/, '/');
  return root !== undefined && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
