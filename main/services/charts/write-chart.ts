import type { ChartPicture } from '../../../shared/contract/chart-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';

/** Writes a picture of a chart, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
export async function writeChart(
  { format, content }: ChartPicture,
  path: string,
): Promise<Result<{ readonly path: string }>> {
  const bytes = format === 'svg' ? content : Buffer.from(content, 'base64');
  const written = await writeAtomically(path, [bytes]);
  return written.ok ? succeed({ path }) : written;
}
