import { z } from 'zod';

/** The kinds of file that rows can be put into. */
export const fileContainers = ['jsonl', 'jsonl.gz', 'jsonl.zst', 'parquet', 'csv'] as const;

export type FileContainer = (typeof fileContainers)[number];

/** With the kinds of folder. */
export const containers = [...fileContainers, 'huggingface'] as const;

export const containerSchema = z.enum(containers);

export type Container = z.infer<typeof containerSchema>;
