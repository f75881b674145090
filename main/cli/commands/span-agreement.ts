import type { SpansAgreement } from '../../../shared/contract/agreement-operations.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { Answer } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { formatTable, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface SpanAgreementOptions {
  readonly annotator: readonly string[];
  readonly where: readonly string[];
}

/** How far annotators label the same parts of outputs. */
export async function showSpanAgreement(
  project: string,
  { annotator, where }: SpanAgreementOptions,
): Promise<Answer> {
  const filter = where.map((text) => argument(parseClause(text)));
  if (annotator.length === 1)
    throw new UsageError({ message: 'One annotator agrees with nobody. Name two or more, or none for all.' });
  return withProject(project, 'read', async (client) => {
    const agreement = await client.agreement.spans({
      filter,
      ...(annotator.length === 0 ? {} : { annotators: [...annotator] }),
    });
    return { json: agreement, text: describe(agreement) };
  });
}

function describe({ items, spans, raters, pairs, pairs_left_out: leftOut }: SpansAgreement): string {
  if (items === 0) return 'There is no output of which two annotators labelled a part.';
  const rows = pairs.map((one) => [
    one.pair.map((name) => oneLine(name, 30)).join(' and '),
    one.items,
    one.spans.join(' and '),
    ...[one.text, one.marked.overlapping, one.marked.exact, one.named.overlapping, one.named.exact].map(
      figure,
    ),
  ]);
  const head = ['pair', 'items', 'labels', 'text F1', 'overlapping F1', 'exact F1'];
  const parts = [
    `parts of outputs: ${plural(items, 'item')}, ${plural(spans, 'label')} of ${plural(raters.length, 'annotator')}`,
    formatTable([[...head, 'overlapping, same failure mode', 'exact, same failure mode'], ...rows]),
    leftOut === 0 ? '' : `${plural(leftOut, 'pair')} with fewer items not shown`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function figure(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}
