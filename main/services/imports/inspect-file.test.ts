import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { inspectFile } from './inspect-file.ts';

async function inspect(name: string, content: string) {
  const path = join(useTempFolder(), name);
  writeFileSync(path, content);
  return inspectFile({ path });
}

describe('inspectFile', () => {
  it.each([
    ['only-names.csv', 'prompt,output,edit\n'],
    ['empty-list.json', '[]'],
  ])('says that %s holds no rows, instead of offering a mapping of nothing', async (name, content) => {
    expect(await inspect(name, content)).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', message: `${name} holds no rows. Choose a file with at least one.` },
    });
  });

  it('says why where none of the rows can be read', async () => {
    const broken = await inspect('broken.jsonl', '{bad\n{worse\n');
    expect(broken.ok ? '' : broken.error.message).toMatch(
      /^None of its first 2 rows can be read as JSONL\. In line 1 of broken\.jsonl: Not valid JSON/,
    );
    const numbers = await inspect('numbers.jsonl', '1\n2\n');
    expect(numbers.ok ? '' : numbers.error.message).toContain('The row is a number');
  });

  it('goes on where some rows can be read', async () => {
    const mixed = await inspect('mixed.jsonl', '{bad\n{"output":"a text"}\n');
    expect(mixed.ok && mixed.value.mapping).toEqual([{ target: 'output', path: 'output' }]);
  });
});
