import { randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestFolder, readWhole } from './test-files.ts';
import { createZstdFrames } from './zstd-frames.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

const frame = (text: string) => zstdCompressSync(text);
/** https://www.rfc-editor.org/rfc/rfc8878#section-3.1.2 */
const skippable = (size: number) => {
  const bytes = Buffer.alloc(8 + size, 0xfd);
  bytes.writeUInt32LE(0x184d2a53, 0);
  bytes.writeUInt32LE(size, 4);
  return bytes;
};

/** Everything the data is handed on as, given in chunks of this size. */
function pieces(data: Buffer, chunkSize: number): readonly Buffer[] {
  const frames = createZstdFrames();
  const all: Buffer[] = [];
  for (let at = 0; at < data.length; at += chunkSize)
    all.push(...frames.push(Buffer.from(data.subarray(at, at + chunkSize))));
  return [...all, frames.end()];
}

describe('createZstdFrames', () => {
  const texts = ['abc\n', '', 'x'.repeat(300_000), randomBytes(200_000).toString('hex')];
  const data = Buffer.concat([
    skippable(4),
    ...texts.map(frame),
    skippable(0),
    skippable(700),
    frame('the end'),
  ]);
  const withoutSkipped = Buffer.concat([...texts.map(frame), frame('the end')]);

  it.each([1, 2, 3, 5, 7, 19, 4096, 1 << 20])('leaves nothing out in chunks of %i bytes', (chunkSize) => {
    expect(Buffer.concat(pieces(data, chunkSize)).equals(withoutSkipped)).toBe(true);
  });

  it('cuts at the end of every frame', () => {
    const whole = pieces(data, data.length).filter(({ length }) => length > 0);
    expect(whole.map((piece) => zstdDecompressSync(piece).toString())).toEqual([...texts, 'the end']);
  });

  it('hands on what is no Zstandard, so that the decoder can say so', () => {
    const broken = Buffer.concat([frame('abc'), Buffer.from('no frame at all')]);
    expect(Buffer.concat(pieces(broken, 6)).equals(broken)).toBe(true);
    expect(pieces(Buffer.from([0x28, 0xb5]), 2).at(-1)).toHaveLength(2);
  });
});

describe('a file packed with Zstandard', () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, id) => `${JSON.stringify({ id, output: `row ${(id * 7919) % 1000}` })}\n`,
  );

  it('is known by its content and read like the text in it', async () => {
    const read = await readWhole(folder.write('named-wrong.csv', frame(lines.join(''))));
    expect(read.shape).toMatchObject({ format: 'jsonl', compression: 'zstd', columns: ['id', 'output'] });
    expect(read.rows.map(({ value }) => value['id'])).toEqual(lines.map((_, id) => id));
    expect(read.rejects).toEqual([]);
  });

  it('is read over all its frames, and over those that hold no data', async () => {
    const frames = lines.slice(0, 50).flatMap((text) => [skippable(10), frame(text)]);
    const { shape, rows } = await readWhole(folder.write('frames.jsonl.zst', Buffer.concat(frames)));
    expect(shape.compression).toBe('zstd');
    expect(rows.map(({ value }) => value['id'])).toEqual(Array.from({ length: 50 }, (_, id) => id));
  });

  it('keeps the rows before a cut or damaged place, with one reject', async () => {
    const noise = Array.from({ length: 2000 }, (_, id) =>
      JSON.stringify({ id, output: randomBytes(200).toString('hex') }),
    ).join('\n');
    const packed = frame(noise);
    const cut = await readWhole(folder.write('cut.zst', packed.subarray(0, packed.length / 2)));
    expect(cut.rows.length).toBeGreaterThan(500);
    expect(cut.rejects.map(({ reason }) => reason)).toEqual(['truncated_file']);
    expect(cut.rejects[0]?.message).toContain('Zstandard');
    const followed = Buffer.concat([packed, Buffer.from('this is no frame')]);
    const damaged = await readWhole(folder.write('damaged.zst', followed));
    expect(damaged.rejects.at(-1)?.reason).toBe('truncated_file');
    expect(damaged.rows.length).toBeGreaterThan(1000);
  });

  it('stops at a file that unpacks to far more than it should', async () => {
    const path = folder.write('bomb.zst', frame(`{"id":0}\n${'\n'.repeat(5_000_000)}`));
    const limits = { maxBytes: 2 ** 40, maxRatio: 100, ratioFrom: 2 ** 20 };
    const { rows, rejects } = await readWhole(path, { decompressionLimits: limits });
    expect(rows).toHaveLength(1);
    expect(rejects).toMatchObject([{ reason: 'truncated_file' }]);
    expect(rejects[0]?.message).toContain('unpacks to far more');
  });
});
