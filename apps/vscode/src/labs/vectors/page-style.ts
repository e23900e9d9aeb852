/** The look of the playground, over the colours of the window that `panelStyle` names. */
export const pageStyle = `
:root { --exact: var(--vscode-charts-foreground, var(--text)); --hnsw: var(--vscode-charts-blue); --ivf: var(--vscode-charts-green); --pq: var(--vscode-charts-red); --ivf-pq: var(--vscode-charts-purple); }
* { box-sizing: border-box; }
body { color: var(--text); background: var(--back); line-height: 1.5; }
h1 { font-size: 1.5em; margin: 0; }
h2 { font-size: 1.15em; margin: 1.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
section:first-child h2 { margin-top: 0; }
header p, caption, #stage { color: var(--quiet); }
header p { max-width: 46rem; margin: .25rem 0 1rem; }
main { display: grid; grid-template-columns: minmax(13rem, 17rem) minmax(0, 46rem); gap: 1rem 2rem; align-items: start; }
@media (max-width: 44rem) { main { grid-template-columns: minmax(0, 1fr); } }
fieldset { border: 1px solid var(--line); border-radius: 3px; margin: 0 0 .75rem; padding: .25rem .75rem .6rem; min-width: 0; }
fieldset[hidden] { display: none; }
legend { font-weight: 600; padding: 0 .25rem; }
.field { display: grid; grid-template-columns: 1fr auto; gap: 0 .5rem; align-items: center; margin-top: .35rem; }
.field input[type=range] { grid-column: 1 / -1; width: 100%; margin: .1rem 0; accent-color: var(--vscode-focusBorder); }
.field output { font-variant-numeric: tabular-nums; font-weight: 600; }
.check { margin-top: .5rem; display: flex; gap: .4rem; align-items: center; }
.check input { margin: 0; accent-color: var(--vscode-focusBorder); }
select, input[type=number] { font: inherit; min-width: 7rem; max-width: 7rem; padding: .15rem .3rem; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-contrastBorder, var(--vscode-input-border, var(--line))); border-radius: 2px; }
select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); }
button { font: inherit; padding: .15rem .75rem; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, transparent); border-radius: 2px; cursor: pointer; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
#status { margin: 0 0 .5rem; min-height: 1.5em; }
#busy { display: flex; gap: .75rem; align-items: center; margin-bottom: .75rem; }
#busy[hidden] { display: none; }
progress { accent-color: var(--vscode-focusBorder); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; padding-bottom: .25rem; }
th, td { text-align: left; font-weight: normal; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
thead th { font-weight: 600; white-space: normal; vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.current th, .current td { font-weight: 700; }
svg { display: block; width: 100%; height: auto; margin: .5rem 0; }
svg text { fill: var(--text); font-size: 12px; }
svg .grid { stroke: var(--line); }
svg g { --own: var(--exact); } svg g.hnsw { --own: var(--hnsw); } svg g.ivf { --own: var(--ivf); } svg g.pq { --own: var(--pq); } svg g.ivf-pq { --own: var(--ivf-pq); }
svg .course { fill: none; stroke: var(--own); stroke-width: 2; }
svg .mark { fill: var(--own); stroke: var(--own); stroke-width: 1.5; }
svg .now { fill: none; stroke: var(--text); stroke-width: 1.5; }
svg rect { fill: var(--exact); } svg rect.hnsw { fill: var(--hnsw); } svg rect.ivf { fill: var(--ivf); } svg rect.pq { fill: var(--pq); } svg rect.ivf-pq { fill: var(--ivf-pq); }
@media (forced-colors: active) { svg .course, svg .mark, svg .now { stroke: CanvasText; } svg .mark, svg rect, svg text { fill: CanvasText; } }
`;
