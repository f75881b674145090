import type { JsonObject } from '../../../../shared/domain/json.ts';
import { field } from './fields.ts';
import { snakeCase } from './signals.ts';

/**
 * The column of a row that has one of these names (best first, in snake case) and holds something of use; names are
 * compared as words, so that `Model Output` is model_output.
 */
export function namedColumn(
  row: JsonObject,
  names: readonly string[],
  isOfUse: (value: unknown) => boolean = isText,
): string | undefined {
  let best: { column: string; rank: number } | undefined;
  for (const column of Object.keys(row)) {
    const rank = names.indexOf(snakeCase(column));
    if (rank < 0 || (best !== undefined && best.rank <= rank)) continue;
    if (isOfUse(field(row, column))) best = { column, rank };
  }
  return best?.column;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
