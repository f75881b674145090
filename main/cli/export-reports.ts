import type { PrivacyReport, StageReports, TokenReport } from '../../shared/domain/export/stage-reports.ts';
import { formatCount, formatTable, plural, shareText } from './format.ts';

/** What the steps of an export tell beside what they left out; nothing of those that did not run. */
export function reportLines({ privacy, tokens, duplicates, decontamination }: StageReports): string[] {
  return [
    ...(privacy === undefined ? [] : privacyLines(privacy)),
    ...(tokens === undefined ? [] : tokenLines(tokens)),
    ...(duplicates === undefined
      ? []
      : [
          `${plural(duplicates.exact, 'equal row')} and ${plural(duplicates.near, 'nearly equal row')} left out`,
        ]),
    ...(decontamination === undefined
      ? []
      : [
          `${plural(decontamination.rows, 'row')} with words of ${decontamination.file} left out, of ${plural(decontamination.texts, 'text')} in it`,
        ]),
  ];
}

const done = { redact: 'redacted', mask: 'masked', drop: 'left out' } as const;

function privacyLines({ action, rows, kinds }: PrivacyReport): string[] {
  const found = kinds.filter(({ findings }) => findings > 0);
  const table = found.map(({ kind, findings, rows: having, examples, precision }) => [
    `  ${kind}`,
    findings,
    `in ${plural(having, 'row')}`,
    examples.join(' '),
    precision === undefined ? '' : `right: ${shareText(precision)} of ${precision.right + precision.wrong}`,
  ]);
  return [
    `personal data in ${plural(rows, 'row')}, ${done[action]}`,
    ...(table.length === 0 ? [] : [formatTable(table)]),
  ];
}

function tokenLines(report: TokenReport): string[] {
  const { encoding, total, training, learned, median, p95, most, histogram, cost } = report;
  const longest = Math.max(1, ...histogram.map(({ rows }) => rows));
  const bars = histogram.slice(histogram.findIndex(({ rows }) => rows > 0));
  return [
    `${plural(total, 'token')} by ${encoding}: ${formatCount(training)} in training, ${formatCount(learned)} learned; ` +
      `a row has ${formatCount(median)} in the median, ${formatCount(p95)} at 95 %, ${formatCount(most)} at most`,
    formatTable(
      bars.map(({ from, rows }) => [
        `  from`,
        from,
        rows,
        '#'.repeat(Math.ceil((rows * barLength) / longest)),
      ]),
    ),
    ...(cost === null ? [] : [`cost of training: ${cost.toFixed(2)}`]),
  ];
}

const barLength = 40;
