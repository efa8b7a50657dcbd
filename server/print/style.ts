/** Print styles: A4 with margins of the paper's own; on the screen the page is shown as it will come out. */
export const printStyle = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #e9edf2; color: #000; font: 10.5pt/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
.paper { position: relative; } .mark { position: absolute; top: 0; left: 0; width: 100%; height: 100%; pointer-events: none; } .mark text { font: 10.5pt sans-serif; fill: #000; fill-opacity: 0.11; }
.tools { display: flex; gap: 12px; align-items: center; justify-content: center; padding: 12px; font-family: sans-serif; }
.tools button { min-height: 44px; padding: 0 24px; font: inherit; cursor: pointer; }
.paper { display: flex; flex-direction: column; width: 210mm; height: 296mm; margin: 0 auto; padding: 12mm 16mm 10mm; overflow: hidden; background: #fff; }
header { display: flex; justify-content: space-between; align-items: flex-start; padding-bottom: 4mm; border-bottom: 0.6mm solid #000; }
.office { font-size: 12pt; }
h1 { font-size: 22pt; letter-spacing: 0.25em; line-height: 1.4; }
.number { font-size: 10.5pt; }
figure { flex: none; width: 27mm; text-align: center; }
figure svg { display: block; width: 24mm; height: 24mm; margin: 0 auto; }
figure.wide { width: 52mm; } figure.wide svg { width: 50mm; height: 50mm; }
.noteText { margin-top: 4mm; padding: 3mm; border: 0.25mm solid #444; font: 9pt/1.6 monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
figcaption { font-size: 7.5pt; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.facts { margin-top: 4mm; }
th, td { padding: 1.4mm 2mm; border: 0.25mm solid #444; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.facts th { width: 24mm; background: #f3f3f3; font-weight: 600; }
h2 { margin: 3mm 0 1.5mm; font-size: 11pt; }
.list { font-size: 8.5pt; line-height: 1.35; }
.list th, .list td { padding: 0.8mm 1.5mm; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.clocks td:nth-child(1) { width: 14%; } .clocks td:nth-child(2) { width: 44%; } .clocks td:nth-child(3) { width: 16%; }
.history td:nth-child(1) { width: 15%; } .history td:nth-child(2) { width: 15%; } .history td:nth-child(3) { width: 28%; }
.note { font-size: 8.5pt; }
footer { margin-top: auto; padding-top: 4mm; }
.signatures { display: flex; gap: 6mm; list-style: none; }
.signatures li { flex: 1; display: grid; gap: 9mm; padding-top: 2mm; border-top: 0.25mm solid #444; font-size: 9.5pt; }
.signatures li span + span { font-size: 8.5pt; }
.printed { margin-top: 4mm; color: #333; font-size: 8pt; text-align: right; }
.sorry { max-width: 480px; margin: 80px auto; padding: 24px; background: #fff; font-family: sans-serif; }
.sorry h1 { font-size: 16pt; letter-spacing: 0; }
.sorry a { display: inline-block; margin-top: 12px; }
@media print { body { background: #fff; } .tools { display: none; } .paper { margin: 0; } }
`;

export const printScript = `document.getElementById("print")?.addEventListener("click", () => print());\n`;
