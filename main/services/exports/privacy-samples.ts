import type { PrivacySample } from '../../../shared/contract/privacy-operations.ts';
import { createRandomNumber } from '../../../shared/domain/agreement/seeded-random.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { findPersonalData } from '../../../shared/domain/privacy/find-personal-data.ts';
import type { Finder, Finding, FindingKind } from '../../../shared/domain/privacy/finding.ts';
import { hashText } from '../../../shared/domain/text/hash-text.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, type StoredExportRow } from '../../db/tables/export-rows.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { privacyFinders } from './privacy-finders.ts';
import { type SelectedRows, selectRows } from './select-rows.ts';

export interface PrivacySamplesInput {
  readonly recipe: Recipe;
  readonly kind: FindingKind;
  readonly most?: number | undefined;
}

export interface PrivacySamples {
  readonly samples: PrivacySample[];
  readonly looked: number;
  readonly matching: number;
}

const usualMost = 20;
const pageSize = 100;
/** A kind that so many interactions do not hold is rare enough for people to look at it in the report. */
const mostLooked = 20_000;

/**
 * Findings of a kind for a person to say whether they are right. Interactions come by lot, and one finding of each by lot
 * as well, so that the share of right ones is one of all interactions that have such a finding. The same project and
 * recipe give the same findings. INPUT_INVALID, FILTER_INVALID, JOB_CANCELLED.
 */
export async function privacySamples(
  database: Database,
  { recipe, kind, most = usualMost }: PrivacySamplesInput,
  signal?: AbortSignal,
): Promise<Result<PrivacySamples>> {
  const finders = privacyFinders(recipe.privacy ?? { finders: [kind], action: 'redact' });
  if (!finders.ok) return finders;
  const selecting = selectRows(database, recipe);
  if (!selecting.ok) return selecting;
  const draw = (row: StoredExportRow) => sampleOf(row, kind, finders.value);
  return runInSlices(drawSamples(database, selecting.value, draw, most), signal);
}

function* drawSamples(
  database: Database,
  selecting: Generator<void, SelectedRows, void>,
  draw: (row: StoredExportRow) => PrivacySample | null,
  most: number,
): Generator<void, PrivacySamples, void> {
  const { seqs } = yield* selecting;
  const read = exportRowReader(database);
  const samples: PrivacySample[] = [];
  let looked = 0;
  for (const page of pagesByLot(seqs)) {
    for (const row of read(page)) {
      if (samples.length >= most) break;
      looked += 1;
      const sample = draw(row);
      if (sample !== null) samples.push(sample);
    }
    if (samples.length >= most || looked >= mostLooked) break;
    yield;
  }
  return { samples, looked, matching: seqs.length };
}

/** Pages of the seqs in an order by lot, which is made as far as it is asked for. */
function* pagesByLot(seqs: Float64Array): Generator<Float64Array> {
  const order = seqs.slice();
  const random = createRandomNumber(order.length);
  for (let at = 0; at < order.length; at++) {
    const other = at + Math.floor(random() * (order.length - at));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    if ((at + 1) % pageSize === 0) yield order.subarray(at + 1 - pageSize, at + 1);
  }
  const rest = order.length % pageSize;
  if (rest > 0) yield order.subarray(order.length - rest);
}

function sampleOf(row: StoredExportRow, kind: FindingKind, finders: readonly Finder[]): PrivacySample | null {
  const found = textsOf(row).flatMap(({ place, text }) =>
    findPersonalData(text, finders)
      .filter((finding) => finding.kind === kind)
      .map((finding) => ({ place, text, finding })),
  );
  const drawn = found[hashText(row.id) % Math.max(1, found.length)];
  return drawn === undefined ? null : { itemId: row.id, place: drawn.place, ...inContext(drawn) };
}

interface PlacedText {
  readonly place: PrivacySample['place'];
  readonly text: string;
}

function textsOf({ messages, output, edit }: StoredExportRow): readonly PlacedText[] {
  return [
    ...messages.flatMap(({ content, tool_calls: calls }) => [
      { place: 'input' as const, text: content },
      ...(calls === undefined ? [] : [{ place: 'input' as const, text: JSON.stringify(calls) }]),
    ]),
    { place: 'output', text: output },
    ...(edit === null ? [] : [{ place: 'edit' as const, text: edit }]),
  ];
}

/** UTF-16 units on each side of a finding. */
const context = 80;

function inContext({ text, finding: { start, end, text: found } }: { text: string; finding: Finding }) {
  return {
    before: text.slice(Math.max(0, start - context), start).toWellFormed(),
    found: found.toWellFormed(),
    after: text.slice(end, end + context).toWellFormed(),
  };
}
