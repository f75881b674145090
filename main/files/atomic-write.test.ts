import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hashFile, writeAtomically } from './atomic-write.ts';
import { writeFailure } from './file-error.ts';
import { createTestFolder } from './test-files.ts';

function* failing(): Generator<string> {
  yield 'x'.repeat(3 * 2 ** 20);
  throw new Error('stopped');
}

const folder = createTestFolder();
afterAll(() => folder.remove());

describe('writeAtomically', () => {
  it('writes exactly the pieces and tells their hash', async () => {
    const path = `${folder.path}/out.jsonl`;
    const pieces = Array.from(
      { length: 5000 },
      (_, id) => `${JSON.stringify({ id, text: 'é'.repeat(300) })}\n`,
    );
    const written = await writeAtomically(path, pieces);
    const content = pieces.join('');
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(written).toEqual({ ok: true, value: { path, bytes: Buffer.byteLength(content), sha256 } });
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(await hashFile(path)).toEqual({ ok: true, value: { sha256, bytes: Buffer.byteLength(content) } });
  });

  it('leaves the old file and nothing else where writing stops half-way', async () => {
    const path = folder.write('old.jsonl', 'old');
    const before = readdirSync(folder.path);
    await expect(writeAtomically(path, failing())).rejects.toThrow('stopped');
    const stop = new AbortController();
    stop.abort();
    await expect(writeAtomically(path, ['new'], { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it('fails with a code where the folder is missing or the target is a folder', async () => {
    mkdirSync(`${folder.path}/taken`);
    const before = readdirSync(folder.path);
    expect(await writeAtomically(`${folder.path}/none/out`, ['x'])).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_WRITABLE' },
    });
    expect(await writeAtomically(`${folder.path}/taken`, ['x'])).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_WRITABLE' },
    });
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it('names a full disk', () => {
    const error = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    expect(writeFailure('/x', error)).toMatchObject({ code: 'DISK_FULL' });
    expect(writeFailure('/x', new Error('a bug'))).toBeUndefined();
  });

  it('fails with a code where there is no file to hash', async () => {
    expect(await hashFile(`${folder.path}/absent`)).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_FOUND' },
    });
  });
});
