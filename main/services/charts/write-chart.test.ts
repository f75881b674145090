import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { chartPictureSchema } from '../../../shared/contract/chart-operations.ts';
import { createTestFolder } from '../../files/test-files.ts';
import { writeChart } from './write-chart.ts';

const folder = createTestFolder();
afterAll(() => folder.remove());

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0xff]);

describe('a picture of a chart', () => {
  it('is written as text or as the bytes that base64 stands for', async () => {
    const svg = await writeChart({ format: 'svg', content: '<svg>é</svg>' }, `${folder.path}/a.svg`);
    expect(svg).toEqual({ ok: true, value: { path: `${folder.path}/a.svg` } });
    expect(readFileSync(`${folder.path}/a.svg`, 'utf8')).toBe('<svg>é</svg>');
    await writeChart({ format: 'png', content: png.toString('base64') }, `${folder.path}/a.png`);
    expect(readFileSync(`${folder.path}/a.png`)).toEqual(png);
  });

  it('fails with a code where it cannot be written', async () => {
    const written = await writeChart({ format: 'svg', content: '<svg/>' }, `${folder.path}/none/a.svg`);
    expect(written).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITABLE' } });
  });

  it('is a drawing or a picture, nothing else that a page might write', () => {
    expect(chartPictureSchema.safeParse({ format: 'png', content: png.toString('base64') }).success).toBe(
      true,
    );
    for (const [format, content] of [
      ['svg', '<script></script>'],
      ['png', Buffer.from('<svg/>').toString('base64')],
      ['exe', '<svg/>'],
    ])
      expect(chartPictureSchema.safeParse({ format, content }).success).toBe(false);
  });
});
