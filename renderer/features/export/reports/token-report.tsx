import type { TokenReport } from '../../../../shared/domain/export/stage-reports.ts';
import { Histogram } from '../../../ui/charts/histogram.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Facts } from './facts.tsx';
import styles from './reports.module.css';

const costs = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** How long rows are for a model, and what training on them costs. */
export function TokenReportView({ report }: { readonly report: TokenReport }) {
  const { encoding, total, learned, median, p95, most, histogram, cost } = report;
  const bins = histogram.map(({ from, rows }, index) => {
    const next = histogram[index + 1]?.from;
    const to = next === undefined ? Math.max(from, most) : next - 1;
    return {
      name: to <= from ? formatCount(from) : `${formatCount(from)} to ${formatCount(to)}`,
      count: rows,
    };
  });
  return (
    <section className={styles['report']} aria-label="Tokens">
      <h3 className={styles['title']}>Tokens</h3>
      <Facts
        facts={[
          ['Total', formatCount(total)],
          ['Learned', formatCount(learned)],
          ['Median', formatCount(median)],
          ['95 %', formatCount(p95)],
          ['Most', formatCount(most)],
          ...(cost === null ? [] : ([['Cost', costs.format(cost)]] as const)),
        ]}
      />
      <Histogram title={`Rows by tokens (${encoding})`} counted="Rows" by="Tokens" bins={bins} />
    </section>
  );
}
