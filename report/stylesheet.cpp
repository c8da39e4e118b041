// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stylesheet.h"

namespace coldframe {

QByteArray reportStyleSheet()
{
    return R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --quiet: #f5f6f8; --text: #14181f; --muted: #5d6675; --border: #d5d9e0;
  --accent: #0b6e8f; --good: #1c7a3e; --bad: #bf2b2b; --goodback: #e3f4e8; --badback: #fce6e4;
  --sandbox: #e4e7ec; --processStart: #b4bcc8; --interpreterStart: #92b4ec; --bootstrap: #7fd0e2;
  --handlerImport: #f0b458; --runtimeReady: #cba9e4; --extensionsReady: #e6a3cb;
  --restore: #a9c94f; --invoke: #79c68d; --extensionsDone: #f2a08f; --extension: #e6a3cb;
  --function: #79c68d; --dependency: #f0b458; --standardLibrary: #b4bcc8; --span: #92b4ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1b1f26; --quiet: #232831; --text: #e6e9ee; --muted: #9aa4b2; --border: #3a414c;
    --accent: #5cc4e2; --good: #69c987; --bad: #ff8a80; --goodback: #1e3526; --badback: #432729;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 0 0 10px; }
section { margin-top: 28px; }
p { margin: 0 0 10px; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.good { color: var(--good); } .bad { color: var(--bad); }
.figures { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 16px 0; }
.figures div { min-width: 90px; }
dt { color: var(--muted); font-size: 13px; }
dd { margin: 0; font-size: 19px; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 4px 14px 4px 0; border-bottom: 1px solid var(--border);
  vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--muted); font-weight: 500; font-size: 13px; }
th.figure, td.figure { text-align: right; white-space: nowrap; }
td:last-child, th:last-child { padding-right: 0; }
pre { background: var(--quiet); border: 1px solid var(--border); border-radius: 4px;
  padding: 10px 12px; margin: 0 0 12px; overflow-x: auto; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
.line { font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap;
  width: 50%; }
.added { background: var(--goodback); } .removed { background: var(--badback); }
summary { cursor: pointer; color: var(--accent); margin-bottom: 8px; }
svg { display: block; width: 100%; height: auto; margin: 6px 0 12px; }
svg text { font: 11px system-ui, sans-serif; fill: #14181f; }
svg .axis, svg .name { fill: var(--muted); }
svg .tick { stroke: var(--border); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13px; color: var(--muted);
  margin: 0 0 12px; padding: 0; list-style: none; }
.legend svg { display: inline-block; width: 12px; height: 12px; margin: 0 6px -1px 0; }
.sandbox { fill: var(--sandbox); } .processStart { fill: var(--processStart); }
.interpreterStart { fill: var(--interpreterStart); } .bootstrap { fill: var(--bootstrap); }
.handlerImport { fill: var(--handlerImport); } .runtimeReady { fill: var(--runtimeReady); }
.extensionsReady { fill: var(--extensionsReady); } .restore { fill: var(--restore); }
.invoke { fill: var(--invoke); } .extensionsDone { fill: var(--extensionsDone); }
.extension { fill: var(--extension); } .function { fill: var(--function); }
.dependency { fill: var(--dependency); } .standardLibrary { fill: var(--standardLibrary); }
.span { fill: var(--span); }
.predicted, .predictedCost { fill: none; stroke: var(--accent); stroke-width: 2;
  stroke-dasharray: 6 4; }
.predictedCost { stroke: var(--dependency); }
.measured { fill: var(--accent); } .spread { stroke: var(--accent); stroke-width: 2; }
footer { margin-top: 36px; padding-top: 12px; border-top: 1px solid var(--border);
  color: var(--muted); font-size: 13px; }
@media print {
  main { max-width: none; padding: 0; }
  details { display: block; } pre { white-space: pre-wrap; }
}
)css";
}

} // namespace coldframe
