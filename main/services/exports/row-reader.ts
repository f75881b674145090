import type { ExportRow } from '../../../shared/domain/export/export-row.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader } from '../../db/tables/export-rows.ts';
import { type RowModes, rowModeReader } from '../../db/tables/row-modes.ts';

/** An interaction as its recipe's examples are made from. */
export interface ReadRow extends ExportRow {
  readonly seq: number;
  readonly session: string | null;
  readonly user: string | null;
}

/** Reads what is there of a page of interactions, in its order. */
export type RowReader = (page: Float64Array) => readonly ReadRow[];

export function createRowReader(database: Database, { format }: Pick<Recipe, 'format'>): RowReader {
  const read = exportRowReader(database);
  const readModes = formats[format].kind === 'evaluation' ? rowModeReader(database) : null;
  return (page) => {
    const modes = readModes?.(page) ?? noModes;
    return read(page).map(({ seq, id, messages, output, edit, session, user }) => ({
      seq,
      interactionId: id,
      messages,
      output,
      edit,
      group: id,
      modes: modes.get(id) ?? none,
      session,
      user,
    }));
  };
}

const noModes: RowModes = new Map();
const none: readonly [] = [];
