import { useQuery } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { failureOf } from '../api/failure.ts';
import { useHost } from '../api/host.ts';
import { useQueries } from '../api/query-utils.ts';
import { useOpenProject } from '../api/use-open-project.ts';
import { useDroppedFiles } from '../state/dropped-files.ts';
import { addPendingFiles, usePendingImport } from '../state/pending-import.ts';
import styles from './drop-target.module.css';
import { paths } from './routes.ts';

/** A browser only gives the content of a dropped file; labels made in such a copy would not be in the project. */
const copiedProjectSentence =
  'A project dropped on a browser window would be a copy of it. Use "Open a project" and choose it where it is.';

/**
 * Takes files dropped anywhere: a project opens, data goes to the import (or, while no project is open, to the
 * welcome screen, which offers to make one for it).
 */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { bridge, pathOfFile } = useHost();
  const { open } = useOpenProject();
  const queries = useQueries();
  const project = useQuery(queries.project.current.queryOptions());
  const [, navigate] = useLocation();
  const [isOver, setIsOver] = useState(false);
  const depth = useRef(0);

  const hasProject = project.data !== null && project.data !== undefined;

  const taker = useDroppedFiles((state) => state.take);

  const take = async (files: readonly File[]) => {
    const isData = files.every((file) => !file.name.toLowerCase().endsWith('.flywheel'));
    const other = isData ? taker : null;
    if (other === null) navigate(hasProject ? paths.import : paths.welcome);
    for (const file of files) {
      const stop = new AbortController();
      const copying = { name: file.name, bytes: file.size, copied: 0, cancel: () => stop.abort() };
      usePendingImport.setState({ copying, problem: null });
      try {
        const isProject = file.name.toLowerCase().endsWith('.flywheel');
        if (isProject && bridge === null) {
          usePendingImport.setState({ problem: copiedProjectSentence });
          continue;
        }
        const path = await pathOfFile(file, {
          signal: stop.signal,
          onProgress: (copied) => usePendingImport.setState({ copying: { ...copying, copied } }),
        });
        if (isProject) open(path);
        else if (other !== null) other(path);
        else addPendingFiles([path]);
      } catch (error) {
        if (!stop.signal.aborted) {
          usePendingImport.setState({ problem: `${file.name}: ${failureOf(error).message}` });
        }
      } finally {
        usePendingImport.setState({ copying: null });
      }
    }
  };

  return (
    <div
      className={styles['target']}
      role="presentation"
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        depth.current += 1;
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!holdsFiles(event)) return;
        depth.current -= 1;
        setIsOver(depth.current > 0);
      }}
      onDragOver={(event) => {
        if (holdsFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setIsOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver ? (
        <p aria-hidden className={styles['sign']}>
          {taker === null
            ? 'Drop a project to open it, or data to import it'
            : 'Drop a project to open it, or a file to check it'}
        </p>
      ) : null}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
