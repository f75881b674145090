import type { ExportRow } from '../../../shared/domain/export/export-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { RowPairing } from '../../../shared/domain/export/row-pairing.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, type RowOrigin } from '../../db/tables/export-rows.ts';
import { type RowModes, rowModeReader } from '../../db/tables/row-modes.ts';
import { rowSegmentReader } from '../../db/tables/row-segments.ts';
import { type PairingReader, preparePairing } from './pairing-reader.ts';

/** An interaction as its recipe's examples are made from. */
export interface ReadRow extends ExportRow, RowOrigin {
  readonly seq: number;
  readonly session: string | null;
  readonly user: string | null;
}

/** Reads interactions with what their recipe asks for, and nothing else. */
export interface RowReader {
  /** Learns what has to be known of all rows before the first one is read, in steps of a few milliseconds. */
  readonly prepare: (seqs: Float64Array) => Generator<void, void, void>;
  /** What is there of a page of interactions, in its order. */
  readonly read: (page: Float64Array) => readonly ReadRow[];
}

export function createRowReader(database: Database, recipe: Recipe): RowReader {
  const read = exportRowReader(database);
  const readModes = asksForModes(recipe) ? rowModeReader(database) : null;
  const readSegments = asksForSegments(recipe) ? rowSegmentReader(database) : null;
  let readPairing: PairingReader | null = null;
  return {
    prepare: function* prepare(seqs) {
      readPairing = yield* preparePairing(database, recipe, seqs);
    },
    read: (page) => {
      const modes = readModes?.(page) ?? noModes;
      const segments = readSegments?.(page);
      const rows: ReadRow[] = [];
      for (const stored of read(page)) {
        // Named one by one, which takes a small part of the time of a spread.
        const row: ReadRow = {
          seq: stored.seq,
          interactionId: stored.id,
          messages: stored.messages,
          output: stored.output,
          edit: stored.edit,
          modes: modes.get(stored.id) ?? none,
          session: stored.session,
          user: stored.user,
          sourceSeq: stored.sourceSeq,
          externalId: stored.externalId,
          editId: stored.editId,
          editOrigin: stored.editOrigin,
        };
        const segment = segments?.get(row.seq);
        rows.push(segment === undefined ? row : { ...row, ...segment });
      }
      const pairings = readPairing?.(rows);
      return pairings === undefined ? rows : withPairings(rows, pairings);
    },
  };
}

function withPairings(rows: readonly ReadRow[], pairings: ReadonlyMap<number, RowPairing>): ReadRow[] {
  const paired: ReadRow[] = [];
  for (const row of rows) {
    const pairing = pairings.get(row.seq);
    paired.push(pairing === undefined ? row : { ...row, pairing });
  }
  return paired;
}

function asksForModes({ format, limits, balance }: Recipe): boolean {
  return formats[format].kind === 'evaluation' || limits?.perMode !== undefined || balance?.by === 'mode';
}

function asksForSegments({ limits, balance }: Recipe): boolean {
  return (
    limits?.perPromptVersion !== undefined || balance?.by === 'model' || balance?.by === 'prompt_version'
  );
}

const noModes: RowModes = new Map();
const none: readonly [] = [];
