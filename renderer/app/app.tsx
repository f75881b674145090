import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { failureOf } from '../api/failure.ts';
import { useQueries } from '../api/query-utils.ts';
import { useSettings } from '../api/use-settings.ts';
import { AgreementScreen } from '../features/agreement/agreement-screen.tsx';
import { AuditScreen } from '../features/audit/audit-screen.tsx';
import { AdjudicateScreen } from '../features/adjudicate/adjudicate-screen.tsx';
import { RecipeScreen } from '../features/export/recipe-screen.tsx';
import { SnapshotsScreen } from '../features/export/snapshots/snapshots-screen.tsx';
import { ValidateScreen } from '../features/export/validate/validate-screen.tsx';
import { PlanScreen } from '../features/plan/plan-screen.tsx';
import { FewShotScreen } from '../features/few-shot/few-shot-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { ItemReading } from '../features/review/item-reading.tsx';
import { CodingScreen } from '../features/modes/coding/coding-screen.tsx';
import { MapScreen } from '../features/modes/map/map-screen.tsx';
import { ModesScreen } from '../features/modes/modes-screen.tsx';
import { QueuesScreen } from '../features/queues/queues-screen.tsx';
import { ReviewScreen } from '../features/review/review-screen.tsx';
import { SchemaScreen } from '../features/schema/schema-screen.tsx';
import { KeysScreen } from '../features/settings/keys-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { RejectsScreen } from '../features/import/rejects-screen.tsx';
import { SignalsScreen } from '../features/signals/signals-screen.tsx';
import { TeamScreen } from '../features/team/team-screen.tsx';
import { VelocityScreen } from '../features/velocity/velocity-screen.tsx';
import { WeeklyScreen } from '../features/weekly/weekly-screen.tsx';
import { CreateProjectDialog } from '../features/welcome/create-project-dialog.tsx';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { useAppState } from '../state/app-state.ts';
import { forgetExport } from '../state/export-draft.ts';
import { forgetFewShot } from '../state/few-shot-draft.ts';
import { dropStartedImports } from '../state/started-imports.ts';
import { Notice } from '../ui/notice.tsx';
import { AnnotatorDialog } from './annotator-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { DropTarget } from './drop-target.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FileRequests } from './file-requests.tsx';
import styles from './full-page.module.css';
import { KeySheet } from './key-sheet.tsx';
import { OwnKeys } from './keys/own-keys.tsx';
import { Shell } from './layout/shell.tsx';
import { Toasts } from './toasts.tsx';
import { paths } from './routes.ts';
import { useTheme } from './theme.ts';
import { useAppCommands } from './use-app-commands.ts';

/** The whole window: the screen of the address, and what lies over every screen. */
export function App() {
  const { settings } = useSettings();
  useTheme(settings?.theme);
  return (
    <OwnKeys>
      <DropTarget>
        <Screens />
        <CommandPalette />
        <KeySheet />
        <AnnotatorDialog />
        <CreateProjectDialog />
        <FileRequests />
        <Toasts />
      </DropTarget>
    </OwnKeys>
  );
}

function Screens() {
  const queries = useQueries();
  const [location] = useLocation();
  const project = useQuery(queries.project.current.queryOptions());
  useAppCommands(project.data ?? null);
  const landing = useAppState((state) => state.landing);
  const name = project.data?.name;
  const projectId = project.data?.id;
  useEffect(() => {
    // What was begun in one project means nothing in the next.
    dropStartedImports();
    forgetExport();
    forgetFewShot();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [projectId]);
  useEffect(() => {
    document.title = name === undefined ? 'Flywheel' : `${name} – Flywheel`;
  }, [name]);

  if (project.error !== null) {
    return (
      <Centred>
        <h1 className={styles['title']}>Flywheel could not start</h1>
        <Notice tone="error">{failureOf(project.error).message}</Notice>
      </Centred>
    );
  }
  if (project.data === undefined) return <Centred>Opening…</Centred>;
  if (project.data === null) {
    return (
      <Shell project={null}>
        <ErrorBoundary resetKey={location}>
          <Switch>
            <Route path={paths.welcome} component={WelcomeScreen} />
            <Route path={paths.settings} component={SettingsScreen} />
            <Route path={paths.keys} component={KeysScreen} />
            <Route>
              <Redirect to={paths.welcome} replace />
            </Route>
          </Switch>
        </ErrorBoundary>
      </Shell>
    );
  }
  return (
    <Shell project={project.data}>
      <ErrorBoundary resetKey={location}>
        <Switch>
          <Route path="/review/:id?">
            {({ id }) => <ReviewScreen {...(id === undefined ? {} : { id })} />}
          </Route>
          <Route path={paths.queues} component={QueuesScreen} />
          <Route path={paths.import} component={ImportScreen} />
          <Route path="/sources/:id">{({ id }) => <RejectsScreen sourceId={id} />}</Route>
          <Route path={paths.export} component={RecipeScreen} />
          <Route path={paths.snapshots} component={SnapshotsScreen} />
          <Route path={paths.validate} component={ValidateScreen} />
          <Route path={paths.fewShot} component={FewShotScreen} />
          <Route path={paths.adjudicate}>
            <AdjudicateScreen reading={ItemReading} />
          </Route>
          <Route path={paths.map} component={MapScreen} />
          <Route path={paths.coding} component={CodingScreen} />
          <Route path="/modes/*?">
            {({ '*': rest }) => <ModesScreen {...(rest === undefined ? {} : { rest })} />}
          </Route>
          <Route path={paths.schema} component={SchemaScreen} />
          <Route path={paths.weekly} component={WeeklyScreen} />
          <Route path={paths.velocity} component={VelocityScreen} />
          <Route path={paths.audit} component={AuditScreen} />
          <Route path={paths.plan} component={PlanScreen} />
          <Route path={paths.signals} component={SignalsScreen} />
          <Route path={paths.team} component={TeamScreen} />
          <Route path={paths.agreement} component={AgreementScreen} />
          <Route path={paths.settings} component={SettingsScreen} />
          <Route path={paths.keys} component={KeysScreen} />
          <Route>
            <Redirect to={landing} replace />
          </Route>
        </Switch>
      </ErrorBoundary>
    </Shell>
  );
}

function Centred({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>{children}</div>
    </main>
  );
}
