import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecentProject } from '../../../shared/contract/project-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import styles from './recent-projects.module.css';

export interface RecentProjectsProps {
  /** Undefined while they are read. */
  readonly projects: readonly RecentProject[] | undefined;
  readonly isDisabled: boolean;
  readonly onOpen: (path: string) => void;
}

/** Projects opened before, newest first; one whose file is gone can only be taken off the list. */
export function RecentProjects({ projects, isDisabled, onOpen }: RecentProjectsProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const forget = useMutation(
    queries.project.forgetRecent.mutationOptions({
      onSuccess: (left) => queryClient.setQueryData(queries.project.recent.queryKey(), left),
    }),
  );
  if (projects === undefined) return <p className={styles['empty']}>Reading the list…</p>;
  if (projects.length === 0) {
    return <p className={styles['empty']}>Projects that you create or open are listed here.</p>;
  }
  return (
    <ul className={styles['list']}>
      {projects.map((project) => (
        <li key={project.path} className={styles['row']}>
          {project.exists ? (
            <AriaButton
              className={styles['project'] ?? ''}
              isDisabled={isDisabled}
              onPress={() => onOpen(project.path)}
            >
              <ProjectLine project={project} detail={formatMoment(project.openedAt)} />
            </AriaButton>
          ) : (
            <>
              <div className={styles['missing']}>
                <ProjectLine project={project} detail="The file is not there" />
              </div>
              <Button variant="quiet" onPress={() => forget.mutate({ path: project.path })}>
                Remove from list
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function ProjectLine({ project, detail }: { readonly project: RecentProject; readonly detail: string }) {
  return (
    <>
      <Database aria-hidden />
      <span className={styles['texts']}>
        <span className={styles['name']}>{project.name}</span>
        <span className={styles['path']} title={project.path}>
          {project.path}
        </span>
      </span>
      <span className={styles['detail']}>{detail}</span>
    </>
  );
}
