import { z } from 'zod';

/** The kinds of file that rows can be put into. */
export const containers = ['jsonl', 'jsonl.gz', 'jsonl.zst', 'parquet', 'csv'] as const;

export const containerSchema = z.enum(containers);

export type Container = z.infer<typeof containerSchema>;
