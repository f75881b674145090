import type { ExportRow } from '../../../shared/domain/export/export-row.ts';
import { writeLineageRow } from '../../../shared/domain/export/lineage.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';
import { parseLabelField } from '../../../shared/domain/filter/label-field.ts';
import type { Database } from '../../db/database.ts';
import { type AskedLabels, labelEventReader, sourceReader } from '../../db/tables/lineage-rows.ts';
import { idsOfItems } from '../../db/tables/items.ts';
import type { SetFile } from '../../files/file-set.ts';
import type { ExportLine } from './export-pass.ts';
import type { ReadRow } from './row-reader.ts';

/** Writes where each row of an export comes from, beside the rows and in their order. */
export interface LineageWriter {
  readonly add: (line: ExportLine) => void;
  /** Writes what is left, and tells the sources that rows come from, in the order of their ids. */
  readonly finish: () => { readonly id: string; readonly name: string }[];
}

/** Rows that are looked up at once. */
const pageSize = 200;

interface WaitingRow {
  readonly part: ExportPart;
  readonly line: number;
  readonly row: ReadRow;
  readonly sha256: string;
}

export function createLineageWriter(database: Database, recipe: Recipe, file: SetFile): LineageWriter {
  const sourceOf = sourceReader(database);
  const readLabels = labelEventReader(database, askedLabels(recipe));
  const lines = { training: 0, validation: 0, test: 0 };
  const sources = new Map<string, string>();
  let waiting: WaitingRow[] = [];
  const writePage = (): void => {
    const labels = readLabels([...new Set(waiting.map(({ row }) => row.seq))]);
    for (const { part, line, row, sha256 } of waiting) {
      const { interactionId: interaction, externalId, editId: edit, editOrigin: origin } = row;
      const { id: source, name } = sourceOf(row.sourceSeq);
      const againstSeq = againstSeqOf(row);
      const against = againstSeq === null ? null : (idsOfItems(database, [againstSeq])[0] ?? null);
      const events = labels.get(row.seq) ?? null;
      sources.set(source, name);
      const found = { interaction, source, externalId, against, edit, origin, labels: events };
      file.write(writeLineageRow({ part, line, ...found, sha256 }));
    }
    waiting = [];
  };
  return {
    add: ({ part, sha256, row }) => {
      lines[part] += 1;
      waiting.push({ part, line: lines[part], row, sha256 });
      if (waiting.length === pageSize) writePage();
    },
    finish: () => {
      writePage();
      return Array.from(sources, ([id, name]) => ({ id, name })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

function againstSeqOf({ pairing }: ExportRow): number | null {
  return pairing?.kind === 'contrast' && pairing.contrast.ok
    ? (pairing.contrast.value.worseSeq ?? null)
    : null;
}

/** The labels that the recipe's filter and pairing look at. */
function askedLabels({ filter, pairs }: Pick<Recipe, 'filter' | 'pairs'>): AskedLabels {
  const fields = filter.map(({ field }) => field);
  const questions = fields.flatMap((field) => parseLabelField(field)?.question ?? []);
  return {
    questions: [...new Set([...questions, ...(pairs?.signal === undefined ? [] : [pairs.signal])])],
    spans: fields.some((field) => field.startsWith('span.') || field === 'mode'),
  };
}
