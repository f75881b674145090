import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { clusterPath, modePath } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrinting } from '../../ui/print/use-printing.ts';
import { NoRows, NoWeeks } from './empty-weekly.tsx';
import { OpenDecisions } from './open-decisions.tsx';
import { PrintRecord } from './print-record.tsx';
import { useWeeklyActs } from './use-weekly-acts.ts';
import { useWeeklyFiles } from './use-weekly-files.ts';
import { readAddress, weeklyPath } from './weekly-address.ts';
import { weeklyCommands } from './weekly-commands.ts';
import { WeeklyDetail } from './weekly-detail.tsx';
import { WeekSelect } from './week-select.tsx';
import { focusRow, WeeklyList } from './weekly-list.tsx';
import { placeOf, progressOf } from './weekly-rows.ts';
import { WeeklyTotals } from './weekly-totals.tsx';
import styles from './weekly.module.css';

/** What went wrong in a week, what became of it, and what is done about it. */
export function WeeklyScreen() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const address = readAddress(useSearch());
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const listed = useQuery({ ...queries.weekly.weeks.queryOptions(), staleTime: 0 });
  const weeks = listed.data?.weeks ?? [];
  const week = address.week ?? weeks[0]?.week ?? null;
  const counted = useQuery({
    ...queries.weekly.report.queryOptions({ input: { week: week ?? '' } }),
    enabled: week !== null,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const acts = useWeeklyActs();
  const { save } = useWeeklyFiles();
  const [isWhole, setWhole] = useState(false);
  const { isPrinting, print } = usePrinting();

  const report = counted.data;
  const isOther = counted.isPlaceholderData;
  const rows = report?.rows ?? [];
  const place = placeOf(rows, address.about);
  const row = rows[place];
  const showWeek = (name: string) =>
    navigate(weeklyPath({ week: name, about: address.about }), { replace: true });
  const goToWeek = (steps: number) => {
    const next = weeks[weeks.findIndex((one) => one.week === week) + steps];
    if (next !== undefined) showWeek(next.week);
  };
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    navigate(weeklyPath({ week, about: id }), { replace: true });
    focusRow(id);
  };
  const open = () => {
    if (row !== undefined)
      navigate(row.subject.kind === 'mode' ? modePath(row.subject.id) : clusterPath(row.subject.id));
  };
  const refresh = () => void queryClient.invalidateQueries({ queryKey: queries.weekly.key() });
  const saveAs = (format: 'md' | 'html') => {
    if (week !== null) void save(week, format);
  };
  useCommands(
    'weekly',
    weeklyCommands({
      earlier: () => goToWeek(1),
      later: () => goToWeek(-1),
      next: () => goTo(rows[place + 1]?.subject.id),
      previous: () => goTo(rows[place - 1]?.subject.id),
      open,
      whole: () => setWhole(!isWhole),
      undo: () => void acts.step('undo'),
      redo: () => void acts.step('redo'),
      saveMarkdown: () => saveAs('md'),
      saveHtml: () => saveAs('html'),
      print,
      refresh,
      hasRows: rows.length > 0,
      hasWeek: week !== null,
      canWrite: !isReadOnly,
    }),
  );

  const failure = listed.error ?? counted.error;
  const { decided, of } = progressOf(rows);
  const withoutTime = listed.data?.withoutTime ?? 0;
  return (
    <Page
      title="Weekly review"
      subtitle={
        report === undefined || isOther
          ? week === null
            ? 'What is new, what grows, and what is done about it'
            : `${week}, counting…`
          : `${report.week}, ${report.firstDay} to ${report.lastDay}${report.isOver ? '' : ', not over yet'}`
      }
      actions={
        week === null ? null : (
          <>
            <Button command="weekly.earlier" onPress={() => goToWeek(1)}>
              Week before
            </Button>
            <WeekSelect weeks={weeks} week={week} onChoose={showWeek} />
            <Button command="weekly.later" onPress={() => goToWeek(-1)}>
              Week after
            </Button>
            <Button command="weekly.markdown" onPress={() => saveAs('md')}>
              Markdown
            </Button>
            <Button command="weekly.html" onPress={() => saveAs('html')}>
              HTML
            </Button>
            <Button command="weekly.print" onPress={print}>
              Print
            </Button>
          </>
        )
      }
    >
      {failure === null ? null : <Notice tone="error">{failureOf(failure).message}</Notice>}
      {acts.failure === null ? null : <Notice tone="error">{acts.failure}</Notice>}
      {listed.data !== undefined && week === null ? <NoWeeks withoutTime={withoutTime} /> : null}
      {week !== null && withoutTime > 0 ? (
        <Notice tone="caution">
          {`${formatPlural(withoutTime, 'interaction')} without a time ${withoutTime === 1 ? 'is' : 'are'} in no week.`}
        </Notice>
      ) : null}
      {report === undefined ? null : (
        <div className={styles['week']} aria-busy={counted.isFetching || undefined} data-week={report.week}>
          <WeeklyTotals report={report} />
          {report.totals.interactions === 0 ? (
            <Notice tone="caution">Nothing was logged in this week. Choose another one.</Notice>
          ) : null}
          {rows.length === 0 ? <NoRows hasClusters={listed.data?.hasClusters ?? false} /> : null}
          {row === undefined ? null : (
            <>
              <p className={styles['progress']} role="status">
                {of === 0 ? 'Nothing asks for a decision.' : `${decided} of ${of} decided`}
              </p>
              <div className={styles['columns']}>
                <WeeklyList rows={rows} openId={row.subject.id} onOpen={goTo} />
                <WeeklyDetail
                  week={report.week}
                  row={row}
                  isWhole={isWhole}
                  isReadOnly={isReadOnly || isOther}
                  onOpen={open}
                  onWhole={() => setWhole(!isWhole)}
                  onDecide={(given) => void acts.decide(report.week, row, given)}
                />
              </div>
            </>
          )}
          <OpenDecisions open={report.open.filter((decision) => decision.week !== report.week)} />
          {isPrinting ? <PrintRecord report={report} /> : null}
        </div>
      )}
    </Page>
  );
}
