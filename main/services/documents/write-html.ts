import type {
  Outline,
  OutlineCell,
  OutlineEntry,
  OutlineSection,
  OutlineTable,
  ShownChange,
  ShownChanges,
} from './outline.ts';
import { sparklineSvg } from './sparkline-svg.ts';

/** The outline as one HTML file without scripts, that asks for nothing and prints well; imported text is escaped. */
export function writeHtml({ title, facts, notes, sections }: Outline): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${factList(facts)}
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('\n')}
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, text, entries, tables }: OutlineSection): string {
  return `<section>
<h2>${escapeHtml(title)}</h2>
<p>${escapeHtml(text)}</p>
${entries.map(entryHtml).join('\n')}
${tables.map(tableHtml).join('\n')}
</section>`;
}

function entryHtml({ name, facts, changes }: OutlineEntry): string {
  return `<article>
<h3 dir="auto">${escapeHtml(name)}</h3>
${factList(facts)}
${changes.map(changesHtml).join('\n')}
</article>`;
}

function changesHtml({ title, changes }: ShownChanges): string {
  if (changes.length === 0) return '';
  return `<h4>${escapeHtml(title)}</h4>
<ul class="changes">
${changes.map((change) => `<li dir="auto">${changeHtml(change)}</li>`).join('\n')}
</ul>`;
}

function changeHtml({ before, removed, added, after, comments }: ShownChange): string {
  return [
    escapeHtml(before),
    removed === '' ? '' : `<del>${escapeHtml(removed)}</del>`,
    added === '' ? '' : `<ins>${escapeHtml(added)}</ins>`,
    escapeHtml(after),
    ...comments.map((comment) => ` <q dir="auto">${escapeHtml(comment)}</q>`),
  ].join('');
}

function factList(facts: Outline['facts']): string {
  const rows = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

function tableHtml({ head, rows }: OutlineTable): string {
  const titles = head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`);
  const lines = rows.map(
    (row) => `<tr>${row.map((cell) => `<td dir="auto">${cellHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>
<thead><tr>${titles.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function cellHtml(cell: OutlineCell): string {
  return typeof cell === 'string'
    ? escapeHtml(cell)
    : `${sparklineSvg(cell.values)} ${escapeHtml(cell.text)}`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
}

const style = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1d1c1a; font: 14px/1.5 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 22px; } h2 { margin-top: 32px; font-size: 17px; border-bottom: 1px solid #8c8980; }
h3 { font-size: 15px; } h4 { margin: 12px 0 4px; font-size: 13px; }
.note, p { color: #5f5c55; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 8px 0; }
dt { color: #5f5c55; } dd { margin: 0; overflow-wrap: anywhere; }
article { break-inside: avoid; border-top: 1px solid #e3e1dc; }
.changes { padding-inline-start: 18px; }
.changes li { white-space: pre-wrap; overflow-wrap: anywhere; break-inside: avoid; margin-bottom: 6px; }
del { background: #fbe3e0; color: #94231b; text-decoration: line-through; }
ins { background: #dcf3e2; color: #0c5b2c; text-decoration: underline; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 8px; border-bottom: 1px solid #e3e1dc; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
@page { margin: 16mm; }
@media print {
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  del, ins { print-color-adjust: exact; }
}
`;
