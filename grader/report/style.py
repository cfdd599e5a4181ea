"""The looks of the page, light and dark; a meaning is never in a colour alone."""

SHEET = """
:root { color-scheme: light dark; --text: #1c1e21; --page: #fff; --soft: #f4f5f7; --line: #d5d8dd;
  --dim: #5c636e; --good: #17692f; --bad: #b3202c; --wait: #7a5200; --tip: #0a5b8c; --mark: #fdeaea; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e6ea; --page: #16181c; --soft: #1f2228;
  --line: #3a3f48; --dim: #a0a7b3; --good: #6cc784; --bad: #ff8a8a; --wait: #e0b454; --tip: #77bdea;
  --mark: #3a2226; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { display: inline; font-size: 1rem; margin: 0 1em 0 0; } p { margin: .4rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, Consolas, Menlo, monospace; }
pre { white-space: pre-wrap; background: var(--soft); padding: .5rem .75rem; margin: .4rem 0; }
a { color: var(--tip); font-weight: normal; } summary { cursor: pointer; }
.passed { color: var(--good); } .failed, .trouble { color: var(--bad); } .todo { color: var(--wait); }
.blocked, .dim, footer { color: var(--dim); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
  border-top: 1px solid var(--line); }
thead th { border: 0; color: var(--dim); font-weight: normal; }
th, td:nth-child(2) { white-space: nowrap; overflow-wrap: normal; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
article { border-left: 4px solid var(--bad); background: var(--soft); padding: .6rem 1rem; margin: .6rem 0; }
article.advice { border-color: var(--tip); }
ol { background: var(--soft); padding: .5rem 0; margin: 0; list-style: none; counter-reset: line;
  overflow-x: auto; }
li[id] { counter-increment: line; padding: 0 1rem 0 0; white-space: pre; min-width: max-content; }
li[id]::before { content: counter(line); display: inline-block; width: 3.5em; padding-right: 1em;
  text-align: right; color: var(--dim); font: .875rem/1.5 ui-monospace, Consolas, Menlo, monospace; }
li.guilty, li:target { background: var(--mark); box-shadow: inset 4px 0 var(--bad); }
li.guilty p { margin: 0 0 0 4.5em; color: var(--bad); white-space: normal; }
.keyword { color: var(--tip); } .string { color: var(--good); } .number { color: var(--wait); }
.comment { color: var(--dim); font-style: italic; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { color: var(--dim); font-size: .875rem; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--dim); }
svg .upright { text-anchor: end; dominant-baseline: middle; } svg .name { fill: var(--text); }
.frame, polyline { fill: none; } .frame, .grid { stroke: var(--line); } .grid { opacity: .5; }
.contour { stroke: var(--dim); opacity: .6; } .minimum { stroke: var(--text); stroke-width: 1.5; }
polyline.reference { stroke: var(--good); stroke-width: 2.5; stroke-dasharray: 7 4; }
polyline.own { stroke: var(--tip); stroke-width: 2; } circle.own { fill: var(--tip); }
.sample { width: 28px; height: 10px; margin: 0 .3em 0 1em; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); }
@media print { details > * { display: block; } body { margin: 0; } }
"""
