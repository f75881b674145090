import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { detectFile } from '../../files/detect-file.ts';
import { previewImport } from './preview-import.ts';
import { readFirstRows } from './read-first-rows.ts';

it('reads as many rows as are asked for, rejects among them, over several batches', async () => {
  const path = join(useTempFolder(), 'rows.jsonl');
  const lines = Array.from({ length: 1500 }, (_, id) => JSON.stringify({ output: `row ${id}` }));
  writeFileSync(path, lines.map((line, id) => (id % 100 === 50 ? '{broken' : line)).join('\n'));
  const shape = await detectFile(path);
  const first = shape.ok ? await readFirstRows(path, shape.value, 1200) : shape;
  if (!first.ok) throw new Error(first.error.message);
  expect([first.value.rows.length, first.value.rejects.length]).toEqual([1188, 12]);
  expect(first.value.rows.at(-1)?.value).toEqual({ output: 'row 1199' });
});

it('finds delimiter and member where a person says what the format is', async () => {
  const folder = useTempFolder();
  const preview = async (name: string, text: string, format: 'csv' | 'json') => {
    writeFileSync(join(folder, name), text);
    return previewImport({
      path: join(folder, name),
      format,
      mapping: [{ target: 'output', path: 'output' }],
    });
  };
  const cells = await preview('cells.txt', 'id;output\n1;one\n2;two\n', 'csv');
  expect(cells).toMatchObject({ ok: true, value: { accepted: 2, rejects: [] } });
  const rows = await preview('rows.txt', '{"page":1,"rows":[{"output":"one"},{"output":"two"}]}', 'json');
  expect(rows).toMatchObject({ ok: true, value: { accepted: 2, rejects: [] } });
});
