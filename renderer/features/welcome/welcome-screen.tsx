import { useQuery } from '@tanstack/react-query';
import { FolderOpen, FilePlus2, Sparkles } from 'lucide-react';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useOpenProject } from '../../api/use-open-project.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';
import { dropPendingFile, usePendingImport } from '../../state/pending-import.ts';
import { Button } from '../../ui/button.tsx';
import { fileName, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { CopyingNotice } from '../../ui/copying-notice.tsx';
import { RecentProjects } from './recent-projects.tsx';
import styles from './welcome-screen.module.css';

/** Where a person starts: a project of their own, one of the recent ones, or the sample to learn on. */
export function WelcomeScreen() {
  const queries = useQueries();
  const info = useQuery(queries.app.info.queryOptions());
  const recent = useQuery(queries.project.recent.queryOptions());
  const { settings } = useSettings();
  const { chooseFiles } = useFileChooser();
  const { open, openSample, isOpening } = useOpenProject();
  const show = useAppState((state) => state.show);

  const choose = async () => {
    const [path] = await chooseFiles({ title: 'Open a project', kind: 'project', multiple: false });
    if (path !== undefined) open(path);
  };

  return (
    <div className={styles['page']}>
      <div className={styles['content']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>Flywheel</h1>
          <p className={styles['lead']}>
            Review what your AI feature wrote and what people made of it. Everything stays on this computer,
            in one file per project.
          </p>
        </header>
        <OpeningProblem />
        <PendingFiles />
        <div className={styles['columns']}>
          <section className={styles['start']} aria-labelledby="welcome-start">
            <h2 id="welcome-start" className={styles['heading']}>
              Start
            </h2>
            <div className={styles['actions']}>
              <Button
                variant="primary"
                icon={<FilePlus2 aria-hidden />}
                command="project.create"
                isDisabled={isOpening}
                onPress={() => show('create')}
              >
                New project
              </Button>
              <Button
                icon={<FolderOpen aria-hidden />}
                command="project.open"
                isDisabled={isOpening}
                onPress={() => void choose()}
              >
                Open a project
              </Button>
            </div>
            <p className={styles['hint']}>
              Or drop a file anywhere: tables, logs and exports of other tools are imported, a project is
              opened.
            </p>
            <div className={styles['sample']}>
              <h3 className={styles['sampleTitle']}>New here?</h3>
              <p>
                The sample project shows a support-mail assistant: about 400 interactions over 12 weeks with
                three prompt versions, edits, ratings and outcomes. All of it is synthetic; no person wrote
                these mails.
              </p>
              <Button icon={<Sparkles aria-hidden />} isDisabled={isOpening} onPress={openSample}>
                {isOpening ? 'Opening…' : 'Open the sample project'}
              </Button>
            </div>
          </section>
          <section className={styles['recent']} aria-labelledby="welcome-recent">
            <h2 id="welcome-recent" className={styles['heading']}>
              Recent projects
            </h2>
            {recent.error === null ? null : <Notice tone="error">{failureOf(recent.error).message}</Notice>}
            <RecentProjects projects={recent.data} isDisabled={isOpening} onOpen={open} />
          </section>
        </div>
        <footer className={styles['foot']}>
          <span>Labels are kept under the name</span>
          <Button
            variant="quiet"
            onPress={() => show('annotator')}
            aria-label={`Change the annotator name, now ${settings?.annotator ?? ''}`}
          >
            {settings?.annotator ?? '…'}
          </Button>
          <span className={styles['version']}>
            {info.data === undefined ? '' : `Version ${info.data.version}`}
          </span>
        </footer>
      </div>
    </div>
  );
}

/** Why the last project did not open, with the way on where there is one. */
function OpeningProblem() {
  const failure = useAppState((state) => state.openFailure);
  const isCreating = useAppState((state) => state.openDialog === 'create');
  const { open } = useOpenProject();
  if (failure === null || isCreating) return null;
  const { path } = failure;
  return (
    <Notice
      tone="error"
      actions={
        failure.code === 'PROJECT_LOCKED' && path !== null ? (
          <Button onPress={() => open(path, true)}>Open read-only</Button>
        ) : undefined
      }
    >
      {failure.message}
    </Notice>
  );
}

/** Files dropped before there was a project to put them into. */
function PendingFiles() {
  const { paths, problem, copying } = usePendingImport();
  const show = useAppState((state) => state.show);
  if (copying !== null) return <CopyingNotice {...copying} />;
  if (problem !== null) return <Notice tone="error">{problem}</Notice>;
  const [first] = paths;
  if (first === undefined) return null;
  return (
    <Notice
      tone="info"
      title={
        paths.length === 1
          ? `${fileName(first)} is ready to import`
          : `${formatPlural(paths.length, 'file')} are ready to import`
      }
      actions={
        <>
          <Button variant="primary" onPress={() => show('create')}>
            Create a project for it
          </Button>
          <Button onPress={() => paths.forEach(dropPendingFile)}>Not now</Button>
        </>
      }
    >
      Create a project, or open one below; the file waits on its import screen.
    </Notice>
  );
}
