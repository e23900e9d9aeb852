/** What a report is of. The page keeps it, so that a window that opens again can show it anew. */
export type ReportSubject = { readonly answer: string } | { readonly attempt: string };

/** What a page kept, where it is what a page of ours keeps. */
export function subjectKept(state: unknown): ReportSubject | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  if ('answer' in state && typeof state.answer === 'string') return { answer: state.answer };
  if ('attempt' in state && typeof state.attempt === 'string') return { attempt: state.attempt };
  return undefined;
}

/**
 * Posts which words were chosen, and keeps the place over a refresh and a restart. A button is pressed by Enter and Space by
 * itself.
 */
export function panelScript(subject: Readonly<Record<string, string>>): string {
  // The name of a file may hold what would end the script.
  const kept = JSON.stringify(subject).replaceAll('<', '\\u003c');
  return `
const host = acquireVsCodeApi();
const before = host.getState();
const keep = () => host.setState({ ...${kept}, top: window.scrollY });
if (before) window.scrollTo(0, before.top);
keep();
window.addEventListener('scroll', keep);
document.addEventListener('click', (event) => {
  const quote = event.target.closest('button[data-start]');
  if (quote) host.postMessage({ start: Number(quote.dataset.start), end: Number(quote.dataset.end) });
});
`;
}

/** Shown instead of a report that cannot be made, in words for whoever looks for it. */
export function problemPage(title: string, problem: string, language: string): string {
  const safe = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<!doctype html><html lang="${safe(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>${safe(title)}</title></head><body><main><h1>${safe(title)}</h1><p>${safe(problem)}</p></main></body></html>`;
}

/** The colours and the font of the window, high contrast included. */
export const panelStyle = `
:root { --text: var(--vscode-editor-foreground); --quiet: var(--vscode-descriptionForeground); --back: var(--vscode-editor-background); --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border))); --good: var(--vscode-rubricate-met); --half: var(--vscode-rubricate-partial); --bad: var(--vscode-rubricate-pitfall); --link: var(--vscode-textLink-foreground); --shade: var(--vscode-textBlockQuote-background); }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); margin: 0; padding: 1rem 1.5rem; }
svg text { font-family: var(--vscode-font-family); }
blockquote button:focus-visible { outline-color: var(--vscode-focusBorder); }
`;
