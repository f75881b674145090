import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Decontamination } from '../../../shared/domain/export/recipe-parts.ts';
import type { FileShape } from '../../../shared/domain/file-shape.ts';
import { isJsonList, isJsonObject, type Json } from '../../../shared/domain/json.ts';
import {
  type CommonWordsIndex,
  createCommonWordsIndex,
  mostCommonWords,
} from '../../../shared/domain/text/common-words.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { FileError } from '../../files/file-error.ts';
import { readFile } from '../../files/read-file.ts';
import { readLines } from '../../files/read-lines.ts';

/** The texts of a file that an export must not hold. */
export interface EvalSet {
  readonly index: CommonWordsIndex;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads all texts of a file: of rows every string, of plain text every line. FILE_NOT_FOUND,
 * FILE_UNREADABLE, FORMAT_UNKNOWN, FORMAT_NOT_SUPPORTED, INPUT_INVALID where it holds too many words to be compared.
 */
export async function readEvalSet({ path, words }: Decontamination): Promise<Result<EvalSet>> {
  const index = createCommonWordsIndex(words);
  try {
    const read = await addTexts(path, index);
    if (!read.ok) return read;
    return succeed({ index, sha256: await sha256Of(path) });
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
}

async function addTexts(path: string, index: CommonWordsIndex): Promise<Result<void>> {
  const shape = await detectFile(path);
  if (!shape.ok) return shape;
  const { format } = shape.value;
  const isTable = format === 'csv' || format === 'tsv';
  // The commas of prose would be taken for those of a table.
  if (isTable && !/\.[ct]sv(?:\.gz|\.zst)?$/iu.test(path)) return addLines(path, index);
  // A table without a head has its first row there.
  const head = isTable ? shape.value.columns : [];
  return head.every((column) => index.add(column, 1)) ? addRows(path, shape.value, index) : tooManyWords;
}

async function addLines(path: string, index: CommonWordsIndex): Promise<Result<void>> {
  for await (const batch of readLines(path)) {
    for (const { line, text } of batch) if (!index.add(text, line)) return tooManyWords;
    await setImmediate();
  }
  return succeed(undefined);
}

async function addRows(path: string, shape: FileShape, index: CommonWordsIndex): Promise<Result<void>> {
  for await (const { rows, rejects } of readFile(path, shape)) {
    for (const { line, value } of rows)
      for (const text of textsOf(value)) if (!index.add(text, line)) return tooManyWords;
    for (const { line, raw } of rejects) if (!index.add(raw, line)) return tooManyWords;
    await setImmediate();
  }
  return succeed(undefined);
}

function* textsOf(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isJsonList(value)) for (const part of value) yield* textsOf(part);
  else if (isJsonObject(value)) for (const part of Object.values(value)) yield* textsOf(part);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

const tooManyWords = fail(
  'INPUT_INVALID',
  `The file has more than ${mostCommonWords / 1_000_000} million words. Export against parts of it, one after the other.`,
);
