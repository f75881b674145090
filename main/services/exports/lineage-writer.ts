import { hash } from 'node:crypto';
import type { ExportRow } from '../../../shared/domain/export/export-row.ts';
import { writeLineageRow } from '../../../shared/domain/export/lineage.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';
import { parseLabelField } from '../../../shared/domain/filter/label-field.ts';
import type { Database } from '../../db/database.ts';
import { type AskedLabels, labelEventReader, lineageReader } from '../../db/tables/lineage-rows.ts';
import type { SetFile } from '../../files/file-set.ts';
import type { ExportLine } from './export-pass.ts';

/** Writes where each row of an export comes from, beside the rows and in their order. */
export interface LineageWriter {
  readonly add: (line: ExportLine) => void;
  /** Writes what is left, and tells the sources that rows come from, in the order of their ids. */
  readonly finish: () => { readonly id: string; readonly name: string }[];
}

/** Rows that are looked up at once. */
const pageSize = 200;

interface WaitingRow {
  readonly seq: number;
  readonly part: ExportPart;
  readonly line: number;
  readonly interaction: string;
  /** The interaction of its worse answer, where that is another one. */
  readonly againstSeq: number | null;
  readonly hasEdit: boolean;
  readonly sha256: string;
}

export function createLineageWriter(database: Database, recipe: Recipe, file: SetFile): LineageWriter {
  const readLineage = lineageReader(database);
  const readLabels = labelEventReader(database, askedLabels(recipe));
  const lines = { training: 0, validation: 0, test: 0 };
  const sources = new Map<string, string>();
  let waiting: WaitingRow[] = [];
  const writePage = (): void => {
    const seqs = [...new Set(waiting.flatMap(({ seq, againstSeq }) => [seq, againstSeq ?? seq]))];
    const labels = readLabels(seqs);
    const stored = new Map(readLineage(seqs).map((row) => [row.seq, row]));
    for (const { seq, againstSeq, hasEdit, part, line, interaction, sha256 } of waiting) {
      const found = stored.get(seq);
      if (found === undefined) throw new Error('An interaction went away while it was exported.');
      const { source, sourceName, externalId, edit, origin } = found;
      const against = againstSeq === null ? undefined : stored.get(againstSeq)?.id;
      const events = labels.get(seq);
      sources.set(source, sourceName);
      const text = writeLineageRow({
        part,
        line,
        interaction,
        source,
        ...(externalId === null ? {} : { externalId }),
        ...(against === undefined ? {} : { against }),
        ...(edit === null || origin === null || !hasEdit ? {} : { edit, origin }),
        ...(events === undefined ? {} : { labels: [...events] }),
        sha256,
      });
      file.write(text);
    }
    waiting = [];
  };
  return {
    add: ({ part, text, itemId, candidate }) => {
      lines[part] += 1;
      waiting.push({
        seq: candidate.seq,
        part,
        line: lines[part],
        interaction: itemId,
        againstSeq: againstSeqOf(candidate.row),
        hasEdit: candidate.row.edit !== null,
        sha256: hash('sha256', withoutLineFeed(text)),
      });
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

function withoutLineFeed(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
