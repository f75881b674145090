import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Freshness } from '../../../shared/contract/signal-operations.ts';
import type { Gap } from '../../../shared/contract/audit-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useJobs } from '../../api/use-job.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { describeJob } from '../../ui/job-progress.ts';
import type { CellPlace } from '../../ui/matrix.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrinting } from '../../ui/print/use-printing.ts';
import { fewRows } from './audit-cells.ts';
import { auditCommands } from './audit-commands.ts';
import { AuditTotals } from './audit-totals.tsx';
import styles from './audit.module.css';
import { Coverage } from './coverage.tsx';
import { NothingLogged, NoSignals } from './empty-audit.tsx';
import { focusGap, GapList } from './gap-list.tsx';
import { Leftovers } from './leftovers.tsx';
import { LoopCards } from './loop-cards.tsx';
import { PrintAudit } from './print-audit.tsx';
import { useAuditFiles } from './use-audit-files.ts';

/** What is logged, what is used, what is thrown away, and which loop that holds back. */
export function AuditScreen() {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const counted = useQuery({ ...queries.audit.report.queryOptions(), staleTime: 0 });
  const report = counted.data;
  const { save } = useAuditFiles();
  const { isPrinting, print } = usePrinting();
  const [openGap, setOpenGap] = useState<string | null>(null);
  const [chosen, setChosen] = useState<CellPlace | null>(null);
  const [has, setHas] = useState(true);
  const [isWhole, setWhole] = useState(false);

  const gaps = report?.gaps ?? [];
  const open = gaps.find(({ id }) => id === openGap) ?? gaps[0];
  const goToGap = (steps: number) => {
    const next = gaps[gaps.findIndex((gap) => gap === open) + steps];
    if (next === undefined) return;
    setOpenGap(next.id);
    focusGap(next.id);
  };
  const leave = () => {
    const place = chosen;
    setChosen(null);
    if (place !== null) focusCell(`[data-place="${place.row},${place.column}"]`);
  };
  const saveAs = (format: 'md' | 'html') => {
    if (report !== undefined) void save(report.project, format);
  };
  const addToPlan = (gap: Gap) => navigate(`${paths.plan}?gap=${encodeURIComponent(gap.id)}`);
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const job = useJobs().find(({ kind, state }) => kind === 'signals' && state === 'running');
  const recompute = useMutation(
    queries.signals.recompute.mutationOptions({ onSuccess: () => counted.refetch() }),
  );
  const canWork = !isReadOnly && job === undefined;
  const bringUpToDate = () => {
    if (canWork) recompute.mutate({});
  };
  const hasReport = report !== undefined && report.interactions > 0;
  useCommands(
    'audit',
    auditCommands({
      nextGap: () => goToGap(1),
      previousGap: () => goToGap(-1),
      addToPlan: () => {
        if (open !== undefined) addToPlan(open);
      },
      matrix: () => focusCell('[data-place][tabindex="0"]'),
      allRows: () => setWhole(!isWhole),
      other: () => setHas(!has),
      leave,
      saveMarkdown: () => saveAs('md'),
      saveHtml: () => saveAs('html'),
      print,
      recompute: bringUpToDate,
      hasReport,
      hasGaps: gaps.length > 0,
      hasMore: (report?.rows.length ?? 0) > fewRows,
      hasCell: chosen !== null,
      canPlan: !isReadOnly && open !== undefined && open.signal !== null,
      canWrite: canWork,
    }),
  );

  return (
    <Page
      title="Data audit"
      subtitle={
        <span role="status">
          {job === undefined
            ? report === undefined
              ? 'What is logged, and what is thrown away'
              : freshnessText(report.freshness)
            : `Working out signals: ${describeJob(job)}`}
        </span>
      }
      actions={
        <>
          <Button command="audit.recompute" isDisabled={!canWork} onPress={bringUpToDate}>
            Bring up to date
          </Button>
          <Button command="audit.markdown" isDisabled={!hasReport} onPress={() => saveAs('md')}>
            Markdown
          </Button>
          <Button command="audit.html" isDisabled={!hasReport} onPress={() => saveAs('html')}>
            HTML
          </Button>
          <Button command="audit.print" isDisabled={!hasReport} onPress={print}>
            Print
          </Button>
        </>
      }
    >
      {recompute.error === null ? null : <Notice tone="error">{failureOf(recompute.error).message}</Notice>}
      {counted.error === null ? null : <Notice tone="error">{failureOf(counted.error).message}</Notice>}
      {report === undefined && counted.error === null ? <p role="status">Counting…</p> : null}
      {report === undefined ? null : report.interactions === 0 ? (
        <NothingLogged freshness={report.freshness} />
      ) : (
        <div className={styles['audit']} aria-busy={counted.isFetching || undefined} data-audit>
          <AuditTotals report={report} />
          {report.silent === report.interactions ? <NoSignals /> : null}
          <LoopCards loops={report.loops} />
          <GapList
            gaps={gaps}
            openId={open?.id ?? null}
            canPlan={!isReadOnly}
            onOpen={setOpenGap}
            onPlan={addToPlan}
          />
          <Coverage
            report={report}
            isWhole={isWhole}
            chosen={chosen}
            has={has}
            onChoose={(place) => {
              setHas(true);
              setChosen(place);
            }}
            onHas={setHas}
            onWhole={() => setWhole(!isWhole)}
            onLeave={leave}
          />
          <Leftovers report={report} />
          {isPrinting ? <PrintAudit report={report} /> : null}
        </div>
      )}
    </Page>
  );
}

function focusCell(selector: string): void {
  const cell = document.querySelector(`[data-coverage] ${selector}`);
  if (cell instanceof HTMLElement) cell.focus();
}

/** How far the figures are those of the project as it is now. */
function freshnessText({ measured, total, stale, isOutdated }: Freshness): string {
  if (isOutdated) return `All ${formatCount(total)} interactions are to be worked out anew`;
  const missing = total - measured;
  if (missing > 0)
    return `${formatPlural(missing, 'interaction')} of ${formatCount(total)} not worked out yet`;
  if (stale > 0) return `${formatPlural(stale, 'interaction')} changed since it was worked out`;
  return `${formatPlural(total, 'interaction')}, up to date`;
}
