import { isJsonObject, type Json } from '../json.ts';
import { findTextDefect } from '../text/text-defect.ts';
import { formats } from './formats/registry.ts';
import type { ExportFormat } from './recipe.ts';
import { rowError, type RowFinding } from './row-finding.ts';
import { validateKeys } from './validators/validate-keys.ts';

/** Checks one row against its format: the rules of its readers' own checkers, under their names where they have one. */
export function validateRow(id: ExportFormat, row: Json): readonly RowFinding[] {
  if (!isJsonObject(row)) return [rowError('data_type', 'The line is not an object.')];
  const format = formats[id];
  const findings = [...(format.keys === null ? [] : validateKeys(row, format.keys)), ...format.validate(row)];
  if (findTextDefect(row) !== 'none') {
    findings.push(rowError('damaged_text', 'A text holds a NUL character or half a surrogate pair.'));
  }
  return findings;
}
