/** The name that a file's rows go by: the file's own, without the endings of its container. */
export function dataName(file: string): string {
  return file.replace(/\.(?:jsonl?|parquet|csv)(?:\.gz|\.zst)?$/iu, '');
}
