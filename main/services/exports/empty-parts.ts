import type { ExportFinding } from '../../../shared/domain/export/check-export.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { ExportPart } from '../../../shared/domain/export/split.ts';

/** Says which parts that a recipe asks for came out empty, which an evaluation would notice too late. */
export function emptyParts(
  { validation, test = 0 }: Pick<Recipe, 'validation' | 'test'>,
  rows: Readonly<Record<ExportPart, number>>,
): ExportFinding[] {
  const shares = { training: 1 - validation - test, validation, test };
  const asked = (['training', 'validation', 'test'] as const).filter((part) => shares[part] > 0);
  if (asked.length === 1 || asked.every((part) => rows[part] === 0)) return [];
  return asked
    .filter((part) => rows[part] === 0)
    .map((part) => {
      const share = shares[part].toFixed(2);
      const message = `No row is in ${part}: what must stay together (sessions, users, equal inputs) is too large for a share of ${share}.`;
      return { rule: 'empty_part', level: 'warning', message, rows: 0, items: [] };
    });
}
