import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';
import { fileLines } from '../../files/file-lines.ts';
import { readFailure } from '../../files/file-error.ts';

/** Longer texts are cut. */
const longestText = 20_000;

export interface WantedRow {
  readonly part: ExportPart;
  readonly line: number;
}

/**
 * Reads rows of a snapshot from its files. Null for those of containers other than JSON Lines, and for files that are gone;
 * whether a text still is the one that was written, its hash tells.
 */
export function rowTexts(
  { path, manifest }: Pick<Snapshot, 'path' | 'manifest'>,
  wanted: readonly WantedRow[],
): (row: WantedRow) => RowText | null {
  const { format, container = 'jsonl' } = manifest.recipe;
  const found = new Map<string, RowText>();
  if (container === 'jsonl' && formats[format].layout === undefined) {
    for (const { name, role } of manifest.files) {
      const lines = new Set(wanted.filter(({ part }) => part === role).map(({ line }) => line));
      for (const [line, text] of pickLines(join(dirname(path), name), lines))
        found.set(`${role} ${line}`, text);
    }
  }
  return ({ part, line }) => found.get(`${part} ${line}`) ?? null;
}

export interface RowText {
  readonly text: string;
  readonly sha256: string;
}

function pickLines(path: string, wanted: ReadonlySet<number>): Map<number, RowText> {
  const found = new Map<number, RowText>();
  if (wanted.size === 0) return found;
  let at = 0;
  try {
    for (const line of fileLines(path)) {
      at += 1;
      if (wanted.has(at)) found.set(at, { text: line.slice(0, longestText), sha256: hash('sha256', line) });
      if (found.size === wanted.size) break;
    }
  } catch (error) {
    if (readFailure(path, error) === undefined) throw error;
  }
  return found;
}
