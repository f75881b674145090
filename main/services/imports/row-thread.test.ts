import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import { changeUserBy } from './change-user.ts';
import { planImport } from './plan-import.ts';
import type { RowToWrite } from './prepare-row.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import { createRowThread } from './row-thread.ts';

const mapping = [
  { target: 'messages', path: 'messages' },
  { target: 'output', path: 'output' },
  { target: 'edit', path: 'edit' },
  { target: 'user', path: 'user' },
  { target: 'rating', path: 'rating' },
] as const;

/** More rows than are read ahead, some of which are rejects. */
function writeRows(path: string, rows = 6000): void {
  const lines = Array.from({ length: rows }, (_, index) => {
    if (index % 1000 === 7) return `{"output": broken ${index}`;
    return JSON.stringify({
      messages: [{ role: 'user', content: `question ${index} ✓` }],
      output: `answer ${index}`,
      edit: index % 2 === 0 ? `better answer ${index}` : null,
      user: `user-${index % 10}@example.org`,
      rating: index % 5,
      team: 'blue',
    });
  });
  writeFileSync(path, lines.join('\n'));
}

async function readersOf(path: string, options: ImportOptions = {}, pseudonymKey?: string) {
  const plan = await planImport({ path, mapping, options, sourceId: 'a' }, changeUserBy(pseudonymKey));
  if (!plan.ok) throw new Error(plan.error.message);
  return { near: createRowReader(plan.value), apart: createRowThread(plan.value, pseudonymKey) };
}

const decoder = new TextDecoder();
const textOf = (text: string | Uint8Array) => (typeof text === 'string' ? text : decoder.decode(text));

/** All items; of rows only what is stored, and that as text. */
async function readAll(reader: RowReader) {
  const read: object[] = [];
  let count = 0;
  for await (const batch of reader.batches()) {
    count += batch.count;
    for (const item of batch.items) {
      if (item.kind !== 'row') read.push(item);
      else read.push(stored(item.row));
    }
  }
  expect(read).toHaveLength(count);
  return read;
}

function stored({ row, messages, output, meta, edits, isEdited, contentHash }: RowToWrite) {
  const { externalId, keys, session, user, model, promptVersion, createdAt, signals, labels, spans } = row;
  return {
    row: { externalId, keys, session, user, model, promptVersion, createdAt, signals, labels, spans },
    texts: [messages, output, meta].map(textOf),
    edits: edits.map((edit) => ({ ...edit, text: textOf(edit.text) })),
    isEdited,
    contentHash: Buffer.from(contentHash).toString('hex'),
  };
}

describe('rows read in a thread of their own', () => {
  it('are the same, in the same order, with the same findings', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeRows(path);
    const { near, apart } = await readersOf(path, { scanPersonalData: true }, 'c2VjcmV0');
    const read = await readAll(apart);
    expect(read).toHaveLength(6000);
    expect(read).toEqual(await readAll(near));
    expect(apart.findings()).toEqual(near.findings());
    expect(apart.findings().unmapped).toEqual({ team: 5994 });
  });

  it('wait for whoever takes them, who may leave early', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeRows(path, 20_000);
    const { apart } = await readersOf(path);
    let count = 0;
    for await (const batch of apart.batches()) {
      count += batch.count;
      break;
    }
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(20_000);
    expect(() => apart.findings()).toThrow('not all read');
  });

  it('fail as they do without a thread', async () => {
    const path = join(useTempFolder(), 'rows.jsonl');
    writeRows(path, 10);
    const { apart, near } = await readersOf(path);
    rmSync(path);
    const failure = { name: 'FileError', message: expect.stringContaining('does not exist') };
    await expect(readAll(near)).rejects.toMatchObject(failure);
    await expect(readAll(apart)).rejects.toMatchObject(failure);
  });
});
