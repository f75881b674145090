import { basename } from 'node:path';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { skip } from '../../../../shared/domain/export/row-finding.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { readEvalSet } from '../eval-set.ts';
import { answersOf, askedTexts } from '../example-shingles.ts';
import type { Stage } from './stage.ts';

const mostListed = 20;

/**
 * Leaves out rows that have words in a row in common with a file, such as an eval set. What the system was told is not
 * compared: rows and eval set of one feature share it.
 */
export async function makeDecontamination({ decontaminate }: Recipe): Promise<Result<Stage | null>> {
  if (decontaminate === undefined) return succeed(null);
  const read = await readEvalSet(decontaminate);
  if (!read.ok) return read;
  const { index, sha256 } = read.value;
  let rows = 0;
  const examples: { itemId: string; words: string; line: number }[] = [];
  return succeed({
    step: 'decontaminated',
    pass(candidate) {
      const { prompt } = candidate.example;
      const { wanted, unwanted } = answersOf(candidate.example);
      for (const text of [...askedTexts(prompt), ...wanted, ...unwanted]) {
        const common = index.find(text);
        if (common === null) continue;
        rows += 1;
        if (examples.length < mostListed) examples.push({ itemId: candidate.row.interactionId, ...common });
        return inEvalSet;
      }
      return succeed(candidate);
    },
    report: () => ({
      decontamination: {
        file: basename(decontaminate.path),
        sha256,
        texts: index.texts(),
        rows,
        examples,
      },
    }),
  });
}

const inEvalSet = skip(
  'in_eval_set',
  'The row has words in a row in common with the file that it must not hold.',
);
