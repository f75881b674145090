import { z } from 'zod';
import { operation } from './operation.ts';

/** A chart as it is shown: a drawing as text, or a PNG picture in base64. */
export const chartPictureSchema = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('svg'),
    content: z
      .string()
      .regex(/^<svg\b/)
      .max(20_000_000),
  }),
  z.object({
    format: z.literal('png'),
    content: z
      .base64()
      .regex(/^iVBORw0KGgo/)
      .max(40_000_000),
  }),
]);
export type ChartPicture = z.infer<typeof chartPictureSchema>;

export const chartOperations = {
  /** Writes a picture of a chart, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
  write: operation
    .input(z.object({ picture: chartPictureSchema, path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
};
