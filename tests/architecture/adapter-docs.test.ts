import { resolve } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../main/files/adapters/registry.ts';

const file = resolve(import.meta.dirname, '../../docs/adapters.md');

const introduction = `# Adapters

What Flywheel makes of the exports of other tools. A file's form is recognised from its rows, never from its name; \`--adapter\` on
the command line or the import screen chooses another, or none. Rows become interactions, or attachments: edits, ratings
and labels of interactions that another file brings, joined by id. Fields that are not named here stay metadata of the
interaction under the tool's own name; rows that are no AI calls are skipped, and the source says how many and why.

This page is written by \`npx vitest run --project integration tests/architecture/adapter-docs.test.ts -u\` from the adapters themselves.
`;

function page(): string {
  const sections = adapters.map(({ id, title, brings, fields }) => {
    const rows = fields.map(({ from, to, note = '' }) => `| ${[from, to, note].map(cell).join(' | ')} |`);
    return `## ${title}\n\n\`${id}\`: rows become ${brings}.\n\n| field | becomes | note |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${introduction}\n${sections.join('\n')}`;
}

function cell(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('<', '&lt;')
    .replaceAll('*', String.raw`\*`);
}

describe('docs/adapters.md', () => {
  it('lists every adapter with what becomes of its fields', async () => {
    expect(adapters.length).toBeGreaterThan(30);
    expect(new Set(adapters.map(({ id }) => id)).size).toBe(adapters.length);
    for (const { fields } of adapters) expect(fields.length).toBeGreaterThan(2);
    await expect(await format(page(), { parser: 'markdown', printWidth: 120 })).toMatchFileSnapshot(file);
  });
});
