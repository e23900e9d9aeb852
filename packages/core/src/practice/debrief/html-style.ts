/** The look of a debrief: readable in light, dark and high contrast and on paper. Nothing is said by colour alone. */
export const debriefStyle = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #57606a; --back: #ffffff; --line: #d0d7de; --good: #116329; --half: #7d4e00; --bad: #a40e26; --link: #0550ae; --shade: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9da7b3; --back: #0d1117; --line: #3d444d; --good: #56d364; --half: #e3b341; --bad: #ff8182; --link: #79c0ff; --shade: #161b22; } }
@media (prefers-contrast: more) { :root { --quiet: var(--text); --line: var(--text); --shade: var(--back); } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; background: var(--back); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .35rem 0; }
header p, footer p, .count, .note { color: var(--quiet); }
.count { font-weight: normal; }
.verdict { font-weight: 600; font-size: 1.1rem; }
.findings { list-style: none; padding: 0; }
.findings > li { padding: .35rem 0 .35rem 1.6rem; }
.mark { display: inline-block; width: 1.3rem; margin-left: -1.6rem; text-align: center; font-weight: 700; }
.met .mark { color: var(--good); } .partial .mark { color: var(--half); } .missing .mark, .fault .mark { color: var(--bad); } .edit .mark { color: var(--link); }
blockquote { margin: .35rem 0; padding: 0 0 0 .75rem; border-left: 3px solid var(--line); color: var(--quiet); }
blockquote button { all: unset; display: block; cursor: pointer; color: var(--link); }
blockquote button:hover { text-decoration: underline; }
blockquote button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .25rem; }
th, td { overflow-wrap: normal; text-align: left; font-weight: normal; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { font-weight: 600; }
.numbers th[scope=row] { min-width: 7rem; }
.numbers :is(td, th + th) { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .9rem; }
svg { display: block; width: 100%; max-width: 40rem; height: auto; margin: .75rem 0; }
svg text { fill: var(--text); font: 12px system-ui, sans-serif; }
svg .grid { stroke: var(--line); } svg .span { stroke: var(--quiet); stroke-width: 2; } svg .course { stroke: var(--link); stroke-width: 2; fill: none; } svg .point { fill: var(--link); stroke: var(--back); stroke-width: 2; }
@media (forced-colors: active) { svg .grid, svg .span, svg .course { stroke: CanvasText; } svg .point { fill: Highlight; } svg text { fill: CanvasText; } .mark { color: CanvasText !important; } }
@media print { :root { --text: #000000; --quiet: #333333; --back: #ffffff; --line: #999999; --good: #000000; --half: #000000; --bad: #000000; --link: #000000; --shade: #ffffff; } body { max-width: none; padding: 0; font-size: 10.5pt; } h2, h3 { break-after: avoid; } .findings > li, tr, svg { break-inside: avoid; } }
`;
