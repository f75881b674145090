import type { SideFileNames } from './format.ts';

/** The name that a file's rows go by: the file's own, without the endings of its container. */
export function dataName(file: string): string {
  return file.replace(/\.(?:jsonl?|parquet|csv)(?:\.gz|\.zst)?$/iu, '');
}

/** The files that there are. */
export function dataFiles({ training, validation, test = null }: SideFileNames): readonly string[] {
  return [training, validation, test].filter((name) => name !== null);
}
