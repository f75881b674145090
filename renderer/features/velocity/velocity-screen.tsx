import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrinting } from '../../ui/print/use-printing.ts';
import { CompareView } from './compare-view.tsx';
import { DigestDialog } from './digest-dialog.tsx';
import { EmptyVelocity, NoSignalsKnown } from './empty-velocity.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { focusCard, focusedCard, MetricGrid, shownMetrics } from './metric-grid.tsx';
import { MetricView } from './metric-view.tsx';
import { PrintVelocity } from './print-velocity.tsx';
import { useTarget } from './use-target.ts';
import { useVelocityFiles } from './use-velocity-files.ts';
import {
  inputOf,
  nextDimension,
  readAddress,
  type VelocityAddress,
  velocityPath,
} from './velocity-address.ts';
import { velocityCommands } from './velocity-commands.ts';
import { focusFilters, VelocityFilters } from './velocity-filters.tsx';
import { VelocitySummary } from './velocity-summary.tsx';
import styles from './velocity.module.css';

/** Whether the flywheel turns faster from week to week. */
export function VelocityScreen() {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const address = readAddress(useSearch());
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const counted = useQuery({
    ...queries.velocity.report.queryOptions({ input: inputOf(address) }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const dimensions = useQuery({ ...queries.velocity.dimensions.queryOptions(), staleTime: 0 }).data ?? {};
  const everything = useQuery({
    ...queries.velocity.report.queryOptions({ input: { only: {} } }),
    enabled: address.from !== null || address.to !== null,
  });
  const { save } = useVelocityFiles();
  const targets = useTarget();
  const { isPrinting, print } = usePrinting();
  const [isDigestShown, setDigestShown] = useState(false);

  const report = counted.data;
  const metrics = shownMetrics(report);
  const metric = metrics.find(({ id }) => id === address.metric);
  const change = (changes: Partial<VelocityAddress>) =>
    navigate(velocityPath({ ...address, ...changes }), { replace: true });
  const openMetric = (id: string) => navigate(velocityPath({ ...address, metric: id, compare: null }));
  const back = () => {
    navigate(velocityPath({ ...address, metric: null, compare: null }));
    // The cards are there after the next paint.
    requestAnimationFrame(() => focusCard(metric?.id));
  };
  const step = (steps: 1 | -1) => {
    const from = metric?.id ?? focusedCard();
    const place = metrics.findIndex(({ id }) => id === from);
    const next = metrics[place < 0 ? 0 : place + steps];
    if (next === undefined || address.compare !== null) return;
    if (metric === undefined) focusCard(next.id);
    else change({ metric: next.id });
  };
  const compare = () =>
    navigate(
      velocityPath({
        ...address,
        metric: null,
        compare: address.compare ?? { dimension: 'prompt_version', a: null, b: null },
      }),
    );
  const isInside = address.metric !== null || address.compare !== null;
  const hasWeeks = report !== undefined && report.weeks.length > 0;
  useCommands(
    'velocity',
    velocityCommands({
      next: () => step(1),
      previous: () => step(-1),
      back,
      filters: focusFilters,
      by: () => change({ by: nextDimension(address.by) }),
      compare,
      digest: () => setDigestShown(true),
      saveMarkdown: () => void save('md'),
      saveHtml: () => void save('html'),
      print,
      refresh: () => void counted.refetch(),
      hasReport: hasWeeks,
      isInside,
    }),
  );

  const isFiltered = address.from !== null || address.to !== null || Object.keys(address.only).length > 0;
  const showAll = () => change({ from: null, to: null, only: {} });
  const weeks = everything.data?.weeks ?? report?.weeks ?? [];
  return (
    <Page
      title="Velocity"
      subtitle={
        report === undefined
          ? 'Whether the flywheel turns faster from week to week'
          : hasWeeks
            ? `${report.weeks[0]} to ${report.weeks.at(-1)}, ${formatPlural(report.interactions, 'interaction')}`
            : formatPlural(report.interactions, 'interaction')
      }
      actions={
        <>
          <Button command="velocity.compare" isDisabled={!hasWeeks} onPress={compare}>
            Compare
          </Button>
          <Button command="velocity.digest" isDisabled={!hasWeeks} onPress={() => setDigestShown(true)}>
            Digest
          </Button>
          <Button command="velocity.markdown" isDisabled={!hasWeeks} onPress={() => void save('md')}>
            Markdown
          </Button>
          <Button command="velocity.html" isDisabled={!hasWeeks} onPress={() => void save('html')}>
            HTML
          </Button>
          <Button command="velocity.print" isDisabled={!hasWeeks} onPress={print}>
            Print
          </Button>
        </>
      }
    >
      <div
        className={styles['velocity']}
        aria-busy={counted.isFetching || undefined}
        data-velocity={hasWeeks}
      >
        {hasWeeks || isFiltered ? (
          <VelocityFilters address={address} weeks={weeks} dimensions={dimensions} onChange={change} />
        ) : null}
        {counted.error === null ? null : <Notice tone="error">{failureOf(counted.error).message}</Notice>}
        {targets.failure === null ? null : <Notice tone="error">{targets.failure}</Notice>}
        {report === undefined ? (
          counted.error === null ? (
            <p className={styles['loading']} role="status">
              Counting…
            </p>
          ) : null
        ) : (
          <>
            <FreshnessNote freshness={report.freshness} />
            {hasWeeks && !isInside && report.withoutTime > 0 ? (
              <Notice tone="caution">
                {`${formatPlural(report.withoutTime, 'interaction')} without a time ${report.withoutTime === 1 ? 'is' : 'are'} in no week, only in the figures of all weeks.`}
              </Notice>
            ) : null}
            {hasWeeks ? (
              address.compare !== null ? (
                <CompareView
                  address={address}
                  compared={address.compare}
                  dimensions={dimensions}
                  marks={report.marks}
                  onChange={(compared) => change({ compare: compared })}
                  onBack={back}
                />
              ) : metric !== undefined ? (
                <MetricView
                  report={report}
                  metric={metric}
                  by={address.by}
                  isReadOnly={isReadOnly}
                  onBack={back}
                  onBy={(by) => change({ by })}
                  onTarget={(target) => void targets.set(metric.id, target)}
                />
              ) : (
                <>
                  <VelocitySummary summary={report.summary} onOpen={openMetric} />
                  {metrics.some(({ kind, overall }) => kind !== 'count' && overall.n > 0) ? null : (
                    <NoSignalsKnown />
                  )}
                  <MetricGrid report={report} onOpen={openMetric} />
                </>
              )
            ) : (
              <EmptyVelocity withoutTime={report.withoutTime} isFiltered={isFiltered} onClear={showAll} />
            )}
            {isPrinting ? (
              <PrintVelocity report={report} metrics={metric === undefined ? metrics : [metric]} />
            ) : null}
          </>
        )}
      </div>
      {isDigestShown ? (
        <DigestDialog onClose={() => setDigestShown(false)} onSave={(format) => void save(format)} />
      ) : null}
    </Page>
  );
}
