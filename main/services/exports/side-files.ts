import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../shared/domain/json.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { ExportPaths } from './export-paths.ts';

export interface WrittenSideFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files that a format's trainer wants beside the rows. What others entered in one that is there stays in it.
 * FILE_EXISTS where a file of that name holds something else.
 */
export function sideFilesOf(
  recipe: Pick<Recipe, 'format' | 'validation' | 'test' | 'perMode'>,
  paths: ExportPaths,
): Result<readonly WrittenSideFile[]> {
  const files: WrittenSideFile[] = [];
  const names = {
    training: basename(paths.training),
    validation: recipe.validation > 0 ? basename(paths.validation) : null,
    test: recipe.test === undefined ? null : basename(paths.test),
    perMode: recipe.perMode !== undefined,
  };
  for (const { name, entries } of formats[recipe.format].sideFiles?.(names) ?? []) {
    const path = join(dirname(paths.training), name);
    const existing = existsSync(path) ? readObject(path) : {};
    if (existing === null)
      return fail('FILE_EXISTS', `${path} holds no entries of data. Move it, or choose another folder.`);
    files.push({ path, text: `${JSON.stringify({ ...existing, ...entries }, null, 2)}\n` });
  }
  return succeed(files);
}

function readObject(path: string): JsonObject | null {
  try {
    const value = parseJson(readFileSync(path, 'utf8'));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
