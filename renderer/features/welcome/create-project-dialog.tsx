import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useOpenProject } from '../../api/use-open-project.ts';
import { useAppState } from '../../state/app-state.ts';
import { usePendingImport } from '../../state/pending-import.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fileNameProblem, joinPath, withExtension } from '../../ui/file-dialog/file-paths.ts';
import { fileName } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './create-project-dialog.module.css';

/** Asks for the name and place of a new project. */
export function CreateProjectDialog() {
  const isOpen = useAppState((state) => state.openDialog === 'create');
  return isOpen ? <CreateProjectForm /> : null;
}

function CreateProjectForm() {
  const queries = useQueries();
  const show = useAppState((state) => state.show);
  const failure = useAppState((state) => state.openFailure);
  const { chooseSavePath } = useFileChooser();
  const { create, isOpening } = useOpenProject();
  const pending = usePendingImport((state) => state.paths[0]);
  const home = useQuery(queries.app.folder.queryOptions({ input: {} }));
  const [name, setName] = useState(pending === undefined ? '' : nameFromFile(pending));
  const [place, setPlace] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);

  const trimmed = name.trim();
  const problem = fileNameProblem(trimmed);
  const isNamed = trimmed !== '' && (place !== null || problem === null);
  const pathIn = (folder: string) => place ?? joinPath(folder, withExtension(trimmed, 'flywheel'));
  const path = place ?? (home.data === undefined || !isNamed ? null : pathIn(home.data.path));
  const isUsable = isNamed && path !== null && !isOpening;
  const close = () => {
    useAppState.setState({ openFailure: null });
    show(null);
  };
  const make = async () => {
    if (!isNamed || isOpening) return;
    // Whoever types quickly is done before it is known which folder is the usual one.
    const folder = home.data ?? (await home.refetch({ cancelRefetch: false })).data;
    if (folder === undefined && place === null) return;
    setWasTried(true);
    create(pathIn(folder?.path ?? ''), trimmed, '/import', close);
  };
  const choosePlace = async () => {
    const chosen = await chooseSavePath({
      title: 'Where to keep the project',
      suggestedName: trimmed === '' ? 'Project' : trimmed,
      extension: 'flywheel',
    });
    if (chosen === null) return;
    setPlace(chosen);
    if (trimmed === '') setName(fileName(chosen).replace(/\.flywheel$/i, ''));
  };

  return (
    <Dialog
      title="New project"
      isOpen
      size="medium"
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={!isUsable} onPress={() => void make()}>
            Create project
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        onChange={setName}
        maxLength={120}
        problem={place === null && problem !== null ? problem : undefined}
        onEnter={() => void make()}
      />
      <div className={styles['place']}>
        <div className={styles['path']}>
          <span className={styles['label']}>Kept in one file</span>
          <span>{path ?? 'Give the project a name first, or choose a place.'}</span>
        </div>
        <Button onPress={() => void choosePlace()}>Choose place…</Button>
      </div>
      {wasTried && failure !== null ? <Notice tone="error">{failure.message}</Notice> : null}
    </Dialog>
  );
}

function nameFromFile(path: string): string {
  return fileName(path).replace(/(\.(jsonl|json|csv|tsv|gz|zst|ndjson|parquet|db|sqlite))+$/i, '');
}
