import { useState } from 'react';
import type { Dimension, Metric, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { useCommands } from '../../app/key-map.ts';
import { TimeSeriesChart } from '../../ui/charts/time-series/time-series-chart.tsx';
import { mostSeries } from '../../ui/charts/time-series/chart-series.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { chartData } from './chart-data.ts';
import { GroupTable } from './group-table.tsx';
import { MetricFacts } from './metric-facts.tsx';
import { SimpsonNotice } from './simpson-notice.tsx';
import { focusTarget, TargetForm } from './target-form.tsx';
import { useChartFiles } from './use-chart-files.ts';
import { metricCommands } from './velocity-commands.ts';
import { dimensionNames } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface MetricViewProps {
  readonly report: VelocityReport;
  readonly metric: Metric;
  readonly by: Dimension | null;
  readonly isReadOnly: boolean;
  readonly onBack: () => void;
  readonly onBy: (by: Dimension) => void;
  readonly onTarget: (target: number | null) => void;
}

/** One metric in full: its chart, what its trend rests on, and whether the mix explains it. */
export function MetricView(props: MetricViewProps) {
  const { report, metric, by, isReadOnly, onBack, onBy, onTarget } = props;
  const [drawing, setDrawing] = useState<SVGSVGElement | null>(null);
  const [isTableOpen, setTableOpen] = useState(false);
  const { save } = useChartFiles();
  const [warned] = metric.simpson;
  const saveAs = (format: 'svg' | 'png') => {
    if (drawing !== null) void save(drawing, format, `${report.project} ${metric.name}`);
  };
  const splitByMix = () => {
    if (warned !== undefined) onBy(warned.dimension);
  };
  useCommands(
    'velocity.metric',
    metricCommands({
      chart: () => drawing?.querySelector<SVGElement>('[data-point][tabindex="0"]')?.focus(),
      table: () => setTableOpen(!isTableOpen),
      target: focusTarget,
      mix: splitByMix,
      saveSvg: () => saveAs('svg'),
      savePng: () => saveAs('png'),
      hasMix: warned !== undefined,
      canWrite: !isReadOnly,
    }),
  );
  const drawn = metric.groups.filter(({ weeks }) => weeks.length > 0).length;
  return (
    <article className={styles['metric']} aria-label={metric.name} data-open-metric={metric.id}>
      <header className={styles['metricHead']}>
        <h2 className={styles['metricTitle']}>{metric.name}</h2>
        <Badge>{metric.group === 'leading' ? 'Leading' : 'Lagging'}</Badge>
        <div className={styles['metricActions']}>
          <Button command="velocity.svg" onPress={() => saveAs('svg')}>
            SVG
          </Button>
          <Button command="velocity.png" onPress={() => saveAs('png')}>
            PNG
          </Button>
          <Button command="velocity.back" onPress={onBack}>
            All metrics
          </Button>
        </div>
      </header>
      {metric.simpson.map((warning) => (
        <SimpsonNotice
          key={warning.dimension}
          warning={warning}
          isShown={by === warning.dimension}
          onShow={warning === warned ? splitByMix : () => onBy(warning.dimension)}
          hasKey={warning === warned}
        />
      ))}
      <TimeSeriesChart
        data={chartData(report, metric)}
        drawing={setDrawing}
        isTableOpen={isTableOpen}
        onTableOpen={setTableOpen}
      />
      {drawn > mostSeries ? (
        <p className={styles['hint']}>
          {`The ${mostSeries} with most interactions are drawn; the table has the other ${formatCount(drawn - mostSeries)} as well.`}
        </p>
      ) : null}
      <div className={styles['columns']}>
        <MetricFacts report={report} metric={metric} />
        <TargetForm key={metric.id} metric={metric} isReadOnly={isReadOnly} onTarget={onTarget} />
      </div>
      {by === null ? null : <GroupTable metric={metric} dimension={dimensionNames[by]} />}
    </article>
  );
}
