import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PromptVersionForm } from './prompt-version-form.tsx';
import styles from './prompt-versions.module.css';

/** When prompt versions went live, which the trends of failure modes are read by. */
export function PromptVersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueries();
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const { data: versions, error } = useQuery(queries.promptVersions.list.queryOptions());
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = versions?.find(({ id }) => id === openedId);
  if (opened !== undefined)
    return <PromptVersionForm key={opened.id} version={opened} onClose={() => setOpenedId(null)} />;
  return (
    <Dialog title="Prompt versions" isOpen size="large" onClose={onClose}>
      <p className={styles['hint']}>
        Trends mark when a prompt version went live. Where nobody says, that is when its first interaction was
        logged.
      </p>
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      {versions?.length === 0 ? (
        <p className={styles['hint']}>
          No interaction names its prompt version. Map a field to “prompt version” in the next import.
        </p>
      ) : null}
      <table className={styles['table']} aria-busy={versions === undefined}>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Interactions</th>
            <th scope="col">First seen</th>
            <th scope="col">Last seen</th>
            <th scope="col">Went live</th>
            <th scope="col">
              <span className={styles['hidden']}>Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(versions ?? []).map(({ id, name, interactions, firstSeen, lastSeen, liveFrom }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{formatCount(interactions)}</td>
              <td>{momentText(firstSeen)}</td>
              <td>{momentText(lastSeen)}</td>
              <td>{liveFrom === null ? 'As first seen' : momentText(liveFrom)}</td>
              <td>
                {isReadOnly ? null : (
                  <Button variant="quiet" aria-label={`Change ${name}`} onPress={() => setOpenedId(id)}>
                    Change
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function momentText(at: number | null): string {
  return at === null ? '–' : formatMoment(at);
}
