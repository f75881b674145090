import type { JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';

export function validateKeys(object: JsonObject, allowed: readonly string[]): readonly RowFinding[] {
  const extra = Object.keys(object).filter((key) => !allowed.includes(key));
  return extra.map((key) => rowError('unrecognized_key', `"${key}" is not a key of the format.`));
}
