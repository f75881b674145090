import { basename, dirname, extname, join } from 'node:path';

export interface ExportPaths {
  readonly training: string;
  readonly validation: string;
  readonly manifest: string;
}

/** FILE, and beside it NAME.validation.jsonl and NAME.manifest.json, NAME being FILE without .jsonl or .json. */
export function exportPaths(file: string): ExportPaths {
  const extension = ['.jsonl', '.json'].find((known) => extname(file).toLowerCase() === known) ?? '';
  const name = join(dirname(file), basename(file).slice(0, basename(file).length - extension.length));
  return { training: file, validation: `${name}.validation.jsonl`, manifest: `${name}.manifest.json` };
}
