import type { ExportFinding } from '../../../../shared/domain/export/check-export.ts';
import { countTokens, type ExampleTokens } from '../../../../shared/domain/export/count-tokens.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { rowError } from '../../../../shared/domain/export/row-finding.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { createTokenCounter } from '../../../tokens/token-counter.ts';
import type { Stage } from './stage.ts';
import { createTokenTally } from './token-tally.ts';

/** Interactions that are listed. */
const mostListed = 20;

/**
 * Counts the tokens of rows and leaves out those with too many, which is said as an error: a trainer would cut or refuse
 * them. The report is on the rows that the export holds. FILE_NOT_FOUND, FILE_UNREADABLE, MODEL_UNUSABLE.
 */
export async function makeTokensStage({ tokens: options }: Recipe): Promise<Result<Stage | null>> {
  if (options === undefined) return succeed(null);
  const counter = await createTokenCounter(options.encoding);
  if (!counter.ok) return counter;
  const { name: encoding, sha256, count } = counter.value;
  const { most = Infinity } = options;
  const tooMany = rowError('too_many_tokens', `A row has more than ${most} tokens. It is left out.`);
  const tally = createTokenTally(options);
  const left: { rows: number; items: string[] } = { rows: 0, items: [] };
  let last: ExampleTokens = { longest: 0, total: 0, learned: 0 };
  return succeed({
    step: 'within_tokens',
    pass: (candidate) => {
      last = countTokens(candidate.example, count);
      if (last.longest <= most) return succeed(candidate);
      left.rows += 1;
      if (left.items.length < mostListed) left.items.push(candidate.row.interactionId);
      return { ok: false, error: tooMany };
    },
    // A row is taken right after it passed, if at all.
    take: (_candidate, part) => tally.add(last, part),
    findings: (): readonly ExportFinding[] => (left.rows === 0 ? [] : [{ ...tooMany, ...left }]),
    report: () => ({
      tokens: { encoding, ...(sha256 === null ? {} : { sha256 }), ...tally.report() },
    }),
  });
}
