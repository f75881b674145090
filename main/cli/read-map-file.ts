import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bringsSchema, mappingSchema } from '../../shared/contract/import-operations.ts';
import { UsageError } from './failure.ts';

/** A mapping as `--map-file` reads it: the entries alone, or with what else decides how the file is read. */
export interface MapFile {
  readonly mapping: z.infer<typeof mappingSchema>;
  readonly adapter?: string | null | undefined;
  readonly brings?: z.infer<typeof bringsSchema> | undefined;
}

const mapFileSchema = z.union([
  mappingSchema.transform((mapping): MapFile => ({ mapping })),
  z.object({
    mapping: mappingSchema,
    adapter: z.string().nullable().optional(),
    brings: bringsSchema.optional(),
  }),
]);

/** Reads a mapping file: JSON, `[{"target", "path", "transform"?}]` or `{"mapping": [...], "adapter"?, "brings"?}`. */
export function readMapFile(path: string): MapFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError({ code: 'MAPPING_INVALID', message: `${path} cannot be read: ${messageOf(error)}` });
  }
  const parsed = mapFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new UsageError({
    code: 'MAPPING_INVALID',
    message: `${path} holds no mapping. It has to be a list of {"target", "path"} objects, or an object with such a list as "mapping".`,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
