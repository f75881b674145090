import { conversationText } from '../../../shared/domain/export/formats/conversation-text.ts';
import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, type StoredExportRow } from '../../db/tables/export-rows.ts';
import { segmentReader } from '../../db/tables/few-shot-groups.ts';
import { rowModeReader } from '../../db/tables/row-modes.ts';
import { createFrozenReader } from './frozen-reader.ts';
import { cancelled, type JobSteps } from './job-steps.ts';
import type { AnsweredText, TextVectors } from './text-vectors.ts';
import { exampleText } from './write-few-shot.ts';

/** What an interaction's texts come to; the texts themselves are not kept. */
export interface ReadText {
  readonly seq: number;
  readonly packed: Uint8Array;
  /** Of the example in its format; null where the format cannot hold it, or where tokens are not asked for. */
  readonly tokens: number | null;
  readonly group: string | null;
  /** Whether a frozen test set has it: an example of what is tested would spoil the test. */
  readonly isFrozen: boolean;
}

export interface ReadTextsInput {
  readonly seqs: Float64Array;
  /** Null where only vectors are needed. */
  readonly as: Pick<FewShotOptions, 'format' | 'by'> | null;
  readonly vectors: TextVectors;
  readonly countTokens: (text: string) => number;
  readonly steps: JobSteps;
  readonly signal: AbortSignal;
}

/** Reads interactions page by page, in their order. JOB_CANCELLED, MODEL_UNUSABLE. */
export async function readTexts(database: Database, input: ReadTextsInput): Promise<Result<ReadText[]>> {
  const { seqs, as, vectors, countTokens, steps, signal } = input;
  const read = exportRowReader(database);
  const frozenOf = as === null ? () => none : createFrozenReader(database);
  const groupsOf = createGroupReader(database, as?.by ?? 'none');
  const texts: ReadText[] = [];
  for (let at = 0; at < seqs.length; at += vectors.batchSize) {
    const rows = read(seqs.subarray(at, at + vectors.batchSize));
    const made = await vectors.vectorsOf(rows.map(answeredText), signal);
    if (!made.ok) return made;
    const groups = groupsOf(rows);
    const frozen = frozenOf(rows);
    for (const [place, row] of rows.entries()) {
      const packed = made.value[place];
      if (packed === undefined) continue;
      const text = as === null ? null : exampleText(as.format, row);
      const tokens = text?.ok === true ? countTokens(text.value) : null;
      const group = groups.get(row.seq) ?? null;
      texts.push({ seq: row.seq, packed, tokens, group, isFrozen: frozen.has(row.id) });
    }
    if (!(await steps.goOn(Math.min(seqs.length, at + vectors.batchSize)))) return cancelled();
  }
  return succeed(texts);
}

export function answeredText({ messages, output, edit }: StoredExportRow): AnsweredText {
  return { input: conversationText(messages) ?? '', answer: edit ?? output };
}

/** Which group each interaction is in, by its seq. */
function createGroupReader(
  database: Database,
  by: FewShotOptions['by'],
): (rows: readonly StoredExportRow[]) => ReadonlyMap<number, string> {
  if (by === 'none') return () => new Map();
  if (by === 'mode') {
    const read = rowModeReader(database);
    return (rows) => {
      const modes = read(Float64Array.from(rows, ({ seq }) => seq));
      // Of several failure modes the one that was made first.
      return new Map(rows.map(({ seq, id }) => [seq, modes.get(id)?.[0]?.name ?? noGroup.mode]));
    };
  }
  const read = segmentReader(database, by);
  return (rows) => {
    const found = new Map(read(rows.map(({ seq }) => seq)).map(({ seq, value }) => [seq, value]));
    return new Map(rows.map(({ seq }) => [seq, found.get(seq) ?? noGroup[by]]));
  };
}

const none: ReadonlySet<string> = new Set();

const noGroup = { mode: 'No failure mode', prompt_version: 'No prompt version', model: 'No model' } as const;
