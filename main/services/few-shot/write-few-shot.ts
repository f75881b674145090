import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FewShotContent } from '../../../shared/contract/few-shot-operations.ts';
import { toText, writeExample } from '../../../shared/domain/export/format-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { SkippedRow } from '../../../shared/domain/export/row-finding.ts';
import type { CounterExample } from '../../../shared/domain/export/formats/counter-example.ts';
import type { FewShotFormat } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, type StoredExportRow } from '../../db/tables/export-rows.ts';
import { modeNames, seqsOfItems } from '../../db/tables/few-shot-rows.ts';
import { type WrittenFile, writeAtomically } from '../../files/atomic-write.ts';
import { createTokenCounter } from '../../tokens/token-counter.ts';

export interface FewShotRequest extends FewShotContent {
  readonly format: FewShotFormat;
}

/** An example as its file has it, or why the format cannot hold it. */
export function exampleText(
  format: FewShotFormat,
  { messages, output, edit }: Pick<StoredExportRow, 'messages' | 'output' | 'edit'>,
): Result<string, SkippedRow> {
  const answer = edit ?? output;
  const row = writeExample(format, {
    kind: 'supervised',
    prompt: messages,
    answer,
    draft: null,
    trains: 'all',
  });
  return row.ok ? { ok: true, value: toText(format, row.value) } : row;
}

/** The same for a counter-example: the output is to be avoided, the edit is better. */
export function counterText(format: FewShotFormat, example: CounterExample): Result<string, SkippedRow> {
  const write = formats[format].counterText;
  if (write === undefined) throw new Error(`${format} has no counter-examples.`);
  return write(example);
}

/** The whole file: counter-examples first, so that what models read last is how it should be. FEW_SHOT_EMPTY, ITEM_NOT_FOUND. */
export function fewShotText(
  database: Database,
  { format, examples, counters }: FewShotRequest,
): Result<string> {
  const ids = [...counters.map(({ id }) => id), ...examples];
  if (ids.length === 0) return fail('FEW_SHOT_EMPTY', 'There is nothing to write. Choose examples first.');
  const seqs = seqsOfItems(database, ids);
  const read = exportRowReader(database);
  const rows = new Map(read(Float64Array.from(seqs.values())).map((row) => [row.id, row]));
  const modes = modeNames(
    database,
    counters.map(({ modeId }) => modeId),
  );
  const parts: Result<string, SkippedRow>[] = [];
  for (const [place, id] of ids.entries()) {
    const row = rows.get(id);
    if (row === undefined)
      return fail('ITEM_NOT_FOUND', `There is no interaction ${id} any more. Choose examples anew.`);
    const counter = counters[place];
    const mode = modes.get(counter?.modeId ?? '');
    if (counter !== undefined && mode === undefined)
      return fail('MODE_NOT_FOUND', 'A failure mode of a counter-example is gone. Choose examples anew.');
    parts.push(
      mode === undefined
        ? exampleText(format, row)
        : counterText(format, { prompt: row.messages, bad: row.output, good: row.edit ?? row.output, mode }),
    );
  }
  const texts = parts.flatMap((part) => (part.ok ? [part.value] : []));
  if (texts.length < parts.length)
    return fail(
      'FORMAT_NOT_SUPPORTED',
      `${formats[format].name} cannot hold ${parts.length - texts.length} of these examples. Choose examples for this format.`,
    );
  const { head, between, tail } = formats[format].layout ?? { head: '', between: '', tail: '' };
  return succeed(head + texts.join(between) + tail);
}

/** The same with its tokens, whose vocabulary takes longer to load than others may wait: for a thread of its own. */
export async function measureFewShotText(
  database: Database,
  request: FewShotRequest,
): Promise<Result<{ readonly text: string; readonly tokens: number }>> {
  const text = fewShotText(database, request);
  if (!text.ok) return text;
  const counter = await createTokenCounter('o200k_base');
  return counter.ok ? succeed({ text: text.value, tokens: counter.value.count(text.value) }) : counter;
}

/** Writes the file whole or not at all. FILE_EXISTS where it is there and was not to be replaced, and as `fewShotText`. */
export async function writeFewShot(
  database: Database,
  {
    path,
    overwrite = false,
    ...request
  }: FewShotRequest & { readonly path: string; readonly overwrite?: boolean | undefined },
): Promise<Result<WrittenFile>> {
  const made = fewShotText(database, request);
  if (!made.ok) return made;
  const target = resolve(path);
  if (!overwrite && existsSync(target))
    return fail(
      'FILE_EXISTS',
      `${target} exists already. Choose another name, or say that it is to be replaced.`,
    );
  return writeAtomically(target, [made.value]);
}
