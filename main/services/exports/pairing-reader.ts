import {
  type Contrasts,
  createContrasts,
  standingByAct,
  standingByValue,
} from '../../../shared/domain/export/contrasts.ts';
import { judgementOf } from '../../../shared/domain/export/pairing-judgement.ts';
import type { PairingOptions } from '../../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { skip } from '../../../shared/domain/export/row-finding.ts';
import type { RowPairing } from '../../../shared/domain/export/row-pairing.ts';
import { hashText } from '../../../shared/domain/text/hash-text.ts';
import { succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { comparedRowReader, metaTextReader, outputReader } from '../../db/tables/compared-rows.ts';
import { namedSignalReader } from '../../db/tables/named-signals.ts';
import { preferenceReader, valueReader } from './judgements.ts';
import { pagesOf } from './pages.ts';
import type { ReadRow } from './row-reader.ts';
import { inputHash } from './split-groups.ts';

/** Reads what a recipe's pairing asks of these rows, by their seq. */
export type PairingReader = (rows: readonly ReadRow[]) => ReadonlyMap<number, RowPairing>;

/** Learns what has to be known of all rows first, in steps; null where the recipe pairs outputs with their edits. */
export function* preparePairing(
  database: Database,
  recipe: Recipe,
  seqs: Float64Array,
): Generator<void, PairingReader | null, void> {
  const judgement = judgementOf(recipe);
  if (judgement === null || recipe.pairs === undefined) return null;
  switch (judgement.by) {
    case 'value': {
      const read = valueReader(database, judgement.name, recipe);
      return (rows) => {
        const values = read(rows.map(({ seq }) => seq));
        return new Map(rows.map(({ seq }) => [seq, { kind: 'value', value: values.get(seq) ?? null }]));
      };
    }
    case 'preference':
      return readPreferences(database, judgement.name, recipe, recipe.pairs);
    case 'contrast':
      return yield* prepareContrasts(database, judgement.name, recipe, recipe.pairs, seqs);
  }
}

function readPreferences(
  database: Database,
  name: string,
  recipe: Recipe,
  { other = 'other_output' }: PairingOptions,
): PairingReader {
  const readPreferred = preferenceReader(database, name, recipe);
  const readOthers = metaTextReader(database, other);
  return (rows) => {
    const seqs = rows.map(({ seq }) => seq);
    const others = readOthers(seqs);
    const preferences = readPreferred(seqs);
    return new Map(
      [...preferences].map(([seq, preferred]) => [
        seq,
        { kind: 'preference', preferred, other: others.get(seq) ?? null },
      ]),
    );
  };
}

function* prepareContrasts(
  database: Database,
  name: string | null,
  recipe: Recipe,
  pairs: PairingOptions,
  seqs: Float64Array,
): Generator<void, PairingReader, void> {
  const contrasts = createContrasts(seqs.length, pairs);
  const standingsOf = standingReader(database, name, recipe);
  const read = comparedRowReader(database);
  for (const page of pagesOf(seqs)) {
    const rows = read(page);
    const standings = standingsOf(rows);
    for (const row of rows) {
      const standing = standings.get(row.seq);
      if (standing !== undefined) contrasts.add(inputOf(row), row.seq, standing);
    }
    yield;
  }
  return contrastReader(database, contrasts, name, recipe);
}

function standingReader(database: Database, name: string | null, recipe: Recipe) {
  const readValues = name === null ? null : valueReader(database, name, recipe);
  const readActions = namedSignalReader(database, 'action');
  return (rows: readonly { readonly seq: number; readonly isEdited: boolean }[]) => {
    const seqs = rows.map(({ seq }) => seq);
    const values = readValues?.(seqs);
    const actions = values === undefined ? readActions(seqs) : null;
    return new Map(
      rows.flatMap(({ seq, isEdited }) => {
        const standing =
          actions === null
            ? standingByValue(values?.get(seq) ?? null, isEdited)
            : standingByAct(String(actions.get(seq) ?? ''), isEdited);
        return standing === null ? [] : [[seq, standing] as const];
      }),
    );
  };
}

function contrastReader(
  database: Database,
  contrasts: Contrasts,
  name: string | null,
  recipe: Recipe,
): PairingReader {
  const standingsOf = standingReader(database, name, recipe);
  const readOutputs = outputReader(database);
  return (rows) => {
    const standings = standingsOf(rows.map(({ seq, edit }) => ({ seq, isEdited: edit !== null })));
    const places = new Map(
      rows
        .filter(({ seq }) => standings.has(seq))
        .map((row) => [row.seq, contrasts.placeOf(inputOf(row), row.seq)]),
    );
    const worse = readOutputs(
      [...places.values()].flatMap((place) => (place.ok ? [place.value.worseSeq] : [])),
    );
    return new Map(
      rows.map(({ seq }): readonly [number, RowPairing] => {
        const place = places.get(seq) ?? unjudged;
        if (!place.ok) return [seq, { kind: 'contrast', contrast: place }];
        const { worseSeq, difference } = place.value;
        const margin = name === null ? null : difference;
        const contrast = succeed({ worse: worse.get(worseSeq) ?? '', margin, worseSeq });
        return [seq, { kind: 'contrast', contrast }];
      }),
    );
  };
}

/**
 * The inputs as they were logged, whatever system message the recipe writes: only so is what is frozen known by them. Rows
 * without a question are compared with no other.
 */
function inputOf(row: Pick<ReadRow, 'seq' | 'messages'>): number {
  return inputHash(row.messages) ?? hashText(`row ${row.seq}`);
}

const unjudged = skip('no_rating', 'Nothing says how good the output is.');
