import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { paths } from '../../../app/routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { MapView } from './map-view.tsx';
import styles from './map.module.css';

/** All changes of the project on a plane: those that are alike lie beside each other. */
export function MapScreen() {
  const queries = useQueries();
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const map = useQuery(queries.clusters.map.queryOptions({ input: {} }));
  if (map.data !== undefined && map.data.shown > 0) {
    return (
      <div className={styles['page']}>
        <MapView map={map.data} isReadOnly={isReadOnly} />
      </div>
    );
  }
  const failure = map.error === null ? null : failureOf(map.error);
  return (
    <Page title="Map of changes" subtitle={map.isPending ? 'Reading the changes…' : 'Nothing to show yet'}>
      {failure !== null && failure.code !== 'RUN_NOT_FOUND' ? (
        <Notice tone="error">{failure.message}</Notice>
      ) : null}
      {map.isPending ? null : <EmptyMap hasRun={failure?.code !== 'RUN_NOT_FOUND'} />}
    </Page>
  );
}

function EmptyMap({ hasRun }: { readonly hasRun: boolean }) {
  const [, navigate] = useLocation();
  return (
    <div className={styles['empty']}>
      <h2>{hasRun ? 'There are no changes to show' : 'There are no clusters yet'}</h2>
      <p>
        {hasRun
          ? 'The map shows what people changed in outputs. Import interactions with their edits, or edit outputs in the review, and cluster again.'
          : 'The map shows what people changed in outputs, those that are alike beside each other. It is made with the clusters: go to the failure modes and cluster the changes.'}
      </p>
      <Button variant="primary" command="go.modes" onPress={() => navigate(paths.modes)}>
        Failure modes
      </Button>
    </div>
  );
}
