/** Posts which words were chosen, and keeps the place over a refresh. A button is pressed by Enter and Space by itself. */
export const panelScript = `
const host = acquireVsCodeApi();
const kept = host.getState();
if (kept) window.scrollTo(0, kept.top);
window.addEventListener('scroll', () => host.setState({ top: window.scrollY }));
document.addEventListener('click', (event) => {
  const quote = event.target.closest('button[data-start]');
  if (quote) host.postMessage({ start: Number(quote.dataset.start), end: Number(quote.dataset.end) });
});
`;

/** The colours and the font of the window, high contrast included. */
export const panelStyle = `
:root { --text: var(--vscode-editor-foreground); --quiet: var(--vscode-descriptionForeground); --back: var(--vscode-editor-background); --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border))); --good: var(--vscode-rubricate-met); --half: var(--vscode-rubricate-partial); --bad: var(--vscode-rubricate-pitfall); --link: var(--vscode-textLink-foreground); --shade: var(--vscode-textBlockQuote-background); }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); margin: 0; padding: 1rem 1.5rem; }
svg text { font-family: var(--vscode-font-family); }
blockquote button:focus-visible { outline-color: var(--vscode-focusBorder); }
`;
