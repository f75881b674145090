import { isJsonList, type Json, type JsonObject } from '../json.ts';
import type { MappedLabel, RowProblem } from './mapped-row.ts';
import type { Target } from './mapping.ts';
import type { PathReader } from './path.ts';
import { wrongType } from './row-problem.ts';

/** How one target becomes a label. */
export interface LabelColumn {
  readonly target: Target;
  readonly question: string;
  /** Null where the target names nobody: then the row's annotator gave it. */
  readonly annotator: string | null;
  readonly read: PathReader;
}

/** Who gave a label where neither target nor row names anybody. */
export const unnamedAnnotator = 'imported';

/** Adds the row's labels to `labels`; null, '' and empty lists are no label. Returns the first value that is none. */
export function readLabels(
  row: JsonObject,
  columns: readonly LabelColumn[],
  rowAnnotator: string | null,
  labels: MappedLabel[],
): RowProblem | null {
  for (const column of columns) {
    const raw = column.read(row);
    if (raw === undefined || raw === null || raw === '') continue;
    const value = labelValue(raw);
    if (value === undefined)
      return wrongType(column.target, raw, 'a text, a number, yes/no or a list of texts');
    if (typeof value === 'object' && value.length === 0) continue;
    labels.push({
      question: column.question,
      annotator: column.annotator ?? rowAnnotator ?? unnamedAnnotator,
      value,
    });
  }
  return null;
}

/** A value that can be a label; undefined where it cannot. */
export function labelValue(value: Json): MappedLabel['value'] | undefined {
  if (!isJsonList(value)) return typeof value === 'object' ? undefined : value;
  const texts: string[] = [];
  for (const item of value) {
    if (typeof item === 'object') return undefined;
    texts.push(String(item));
  }
  return texts;
}
