import { examplesOf } from '../../../shared/domain/export/format-row.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { RowReader } from './row-reader.ts';
import { passStages } from './stages/pass-stages.ts';
import type { ReadExamples, Stage } from './stages/stage.ts';

/** Reads interactions one by one and makes their examples as an export with these rewriting steps does. */
export function createExampleReader(
  { read }: RowReader,
  recipe: Recipe,
  rewriting: readonly Stage[],
): ReadExamples {
  return (seq) => {
    const [row] = read(Float64Array.of(seq));
    if (row === undefined) return [];
    const examples = examplesOf(recipe.format, row, recipe);
    if (!examples.ok) return [];
    return examples.value.flatMap((example) => {
      const rewritten = passStages(rewriting, { seq, row, example });
      return rewritten === null ? [] : [rewritten.example];
    });
  };
}
