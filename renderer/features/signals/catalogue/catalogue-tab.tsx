import { useMutation, useQuery } from '@tanstack/react-query';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { describeJob } from '../../../ui/job-progress.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { focusFirstField, focusSignalSettings } from '../focus-signal-settings.ts';
import { catalogueCommands } from '../signal-commands.ts';
import { useSignalsJob } from '../use-signals-job.ts';
import { useSignalSettings } from '../use-signal-settings.ts';
import styles from './catalogue.module.css';
import { NoInteractions } from './no-interactions.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SignalsTable } from './signals-table.tsx';
import { UnusedSignals } from './unused-signals.tsx';

const kinds = ['explicit', 'implicit', 'outcome'] as const;

/** Every signal that the app knows, with what the project has of it, and how it is read. */
export function CatalogueTab() {
  const queries = useQueries();
  const overview = useQuery(queries.signals.overview.queryOptions());
  const { draft, change, save, canSave, error } = useSignalSettings();
  const recompute = useMutation(queries.signals.recompute.mutationOptions());
  const job = useSignalsJob();
  const startAgain = () => recompute.mutate({ all: true });
  const unused = overview.data?.unused ?? [];
  useCommands(
    'catalogue',
    catalogueCommands({
      recompute: startAgain,
      settings: focusSignalSettings,
      unused: () => focusFirstField('[data-unused-signals]'),
      save,
      hasUnused: unused.length > 0,
      canSave,
    }),
  );

  const problem = overview.error ?? error ?? recompute.error;
  if (problem !== null) return <Notice tone="error">{failureOf(problem).message}</Notice>;
  if (overview.data === undefined || draft === undefined) return <p role="status">Counting…</p>;
  const { interactions, freshness, signals } = overview.data;
  if (freshness.total === 0) return <NoInteractions />;
  const known = signals.filter((signal) => signal.known > 0).length;
  return (
    <>
      <div className={styles['head']}>
        <p>
          {formatPlural(known, 'signal')} of {signals.length} known, of{' '}
          {formatPlural(interactions, 'interaction')}
        </p>
        <div className={styles['progress']}>
          {job === undefined ? null : (
            <Progress
              label="Working out signals"
              done={job.done}
              total={job.total}
              detail={describeJob(job)}
              isCompact
            />
          )}
        </div>
        <Button command="signals.recompute" isDisabled={job !== undefined} onPress={startAgain}>
          Work out anew
        </Button>
        <Button variant="primary" command="signals.save" isDisabled={!canSave} onPress={save}>
          Save settings
        </Button>
      </div>
      <SettingsForm settings={draft} overview={overview.data} onChange={change} />
      {kinds.map((kind) => (
        <SignalsTable
          key={kind}
          kind={kind}
          interactions={interactions}
          signals={signals.filter((signal) => signal.kind === kind)}
        />
      ))}
      <UnusedSignals overview={overview.data} mapped={draft.mapped} onMap={(mapped) => change({ mapped })} />
    </>
  );
}
