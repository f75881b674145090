import type { Agreement, Confusion } from '../../../shared/contract/agreement-operations.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Answer } from '../command.ts';
import { argument, UsageError } from '../failure.ts';
import { formatTable, oneLine, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface AgreementOptions {
  readonly question?: string;
  readonly annotator: readonly string[];
  readonly where: readonly string[];
  readonly level?: MeasurementLevel;
  readonly draws?: number;
  readonly seed: number;
}

/** How far annotators agree on one question. */
export async function showAgreement(project: string, options: AgreementOptions): Promise<Answer> {
  const { question, annotator, where, level, draws, seed } = options;
  if (question === undefined)
    throw new UsageError({
      message: 'Name a question with --question, or ask for labels on parts of outputs with --spans.',
    });
  const filter = where.map((text) => argument(parseClause(text)));
  if (annotator.length === 1)
    throw new UsageError({ message: 'One annotator agrees with nobody. Name two or more, or none for all.' });
  return withProject(project, 'read', async (client) => {
    const agreement = await client.agreement.measure({
      question,
      filter,
      seed,
      ...(annotator.length === 0 ? {} : { annotators: [...annotator] }),
      ...(draws === undefined ? {} : { draws }),
      ...(level === undefined ? {} : { level }),
    });
    return { json: agreement, text: describe(agreement) };
  });
}

function describe(agreement: Agreement): string {
  if (agreement.items === 0)
    return `No interaction has labels of two annotators for "${agreement.question}"${leftOut(agreement)}.`;
  const parts = [
    `${agreement.question} (${agreement.level}): ${plural(agreement.items, 'item')}, ` +
      `${plural(agreement.labels, 'label')} of ${plural(agreement.raters.length, 'annotator')}${leftOut(agreement)}`,
    formatTable(overallRows(agreement)),
    formatTable(pairRows(agreement)),
    agreement.pairs_left_out === 0
      ? ''
      : `${plural(agreement.pairs_left_out, 'pair')} with fewer items not shown`,
    ...(agreement.confusion.length > mostMatrices ? [] : agreement.confusion.map(matrix)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function leftOut({ labels_left_out: count, level }: Agreement): string {
  return count === 0 ? '' : `; ${plural(count, 'label')} without a place on an ${level} scale left out`;
}

function overallRows(agreement: Agreement): string[][] {
  const { intervals, fleiss_items: items, fleiss_raters: raters } = agreement;
  const isPart = items < agreement.items;
  return [
    ['', '', `${100 * intervals.confidence} % interval`],
    ['percent', figure(agreement.percent, 1), interval(intervals.percent, 1)],
    [
      'Fleiss kappa',
      figure(agreement.fleiss_kappa),
      interval(intervals.fleiss_kappa),
      isPart ? `of the ${plural(items, 'item')} with ${raters} labels` : '',
    ],
    ['Krippendorff alpha', figure(agreement.krippendorff_alpha), interval(intervals.krippendorff_alpha)],
  ];
}

function pairRows({ cohen, spans, level }: Agreement): (string | number)[][] {
  const isWeighted = level !== 'nominal';
  const head = ['pair', 'items', 'percent', 'Cohen kappa', 'interval'];
  const rows = cohen.map((one, index) => [
    one.pair.map((name) => oneLine(name, 30)).join(' and '),
    one.items,
    figure(one.percent, 1),
    figure(one.value),
    interval(one.low === null || one.high === null ? null : [one.low, one.high]),
    ...(isWeighted ? [figure(one.linear?.value ?? null), figure(one.quadratic?.value ?? null)] : []),
    ...(spans === null
      ? []
      : [figure(spans[index]?.exact ?? null), figure(spans[index]?.overlapping ?? null)]),
  ]);
  return [
    [
      ...head,
      ...(isWeighted ? ['linear', 'quadratic'] : []),
      ...(spans === null ? [] : ['exact spans F1', 'overlapping spans F1']),
    ],
    ...rows,
  ];
}

/** More than these are for a program to read. */
const mostMatrices = 10;
const mostAnswers = 12;

function matrix({ pair: [first, second], cells }: Confusion): string {
  const answers = [...new Set(cells.flatMap((cell) => [answerText(cell.first), answerText(cell.second)]))];
  if (answers.length > mostAnswers) return '';
  const inOrder = answers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const items = new Map(
    cells.map((cell) => [`${answerText(cell.first)}\n${answerText(cell.second)}`, cell.items]),
  );
  const rows = inOrder.map((row) => [row, ...inOrder.map((column) => items.get(`${row}\n${column}`) ?? 0)]);
  return `${oneLine(first, 30)} (rows) and ${oneLine(second, 30)} (columns)\n${formatTable([['', ...inOrder], ...rows])}`;
}

function answerText(value: LabelValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return oneLine(Array.isArray(value) ? value.join(', ') : String(value), 30);
}

function figure(value: number | null, digits = 3): string {
  return value === null ? '-' : value.toFixed(digits);
}

function interval(bounds: readonly [number, number] | null, digits = 3): string {
  return bounds === null ? '' : `${bounds[0].toFixed(digits)} to ${bounds[1].toFixed(digits)}`;
}
