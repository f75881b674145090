import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { HostCommand } from '../../shared/contract/host-bridge.ts';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { failureOf } from '../api/failure.ts';
import { followProject } from '../api/engine-events.ts';
import { useHost } from '../api/host.ts';
import { useClient, useQueries } from '../api/query-utils.ts';
import { useFileChooser } from '../api/use-file-chooser.ts';
import { useOpenProject } from '../api/use-open-project.ts';
import { useSettings } from '../api/use-settings.ts';
import { useAppState } from '../state/app-state.ts';
import { showToast } from '../state/toasts.ts';
import { appScope, type Command, keyMap, useCommands } from './key-map.ts';
import { paths } from './routes.ts';

/** Registers what can be done from every screen, and answers the window's menu with the same commands. */
export function useAppCommands(project: ProjectInfo | null): void {
  const { settings, update } = useSettings();
  const [, navigate] = useLocation();
  const { chooseFiles, chooseSavePath } = useFileChooser();
  const { bridge } = useHost();
  const { open } = useOpenProject();
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const show = useAppState((state) => state.show);
  const theme = settings?.theme ?? 'system';

  const commands = useMemo(() => {
    const hasProject = project !== null;
    const go = (
      id: string,
      name: string,
      path: string,
      keys: readonly string[],
      enabled: boolean,
    ): Command => ({
      id: `go.${id}`,
      name,
      group: 'Go to',
      keys,
      enabled,
      run: () => navigate(path),
    });
    const openProject = async () => {
      const [path] = await chooseFiles({ title: 'Open a project', kind: 'project', multiple: false });
      if (path !== undefined) open(path);
    };
    const backUp = async () => {
      const path = await chooseSavePath({
        title: 'Back up the project to a file',
        suggestedName: `${project?.name ?? 'project'} backup.flywheel`,
        extension: 'flywheel',
      });
      if (path === null) return;
      await client.project.backup({ path }).then(
        (made) => showToast(`Backed up to ${made.path}`),
        (error: unknown) => showToast(failureOf(error).message),
      );
    };
    const close = async () => {
      await client.project.close();
      await followProject(queryClient, queries);
      navigate(paths.welcome);
    };
    const isDark = document.documentElement.dataset['theme'] === 'dark';
    return [
      go('review', 'Review', paths.review, ['g r', 'Alt+1'], hasProject),
      go('queues', 'Queues', paths.queues, ['g q'], hasProject),
      go('import', 'Import', paths.import, ['g i', 'Alt+2'], hasProject),
      go('export', 'Export', paths.export, ['g e', 'Alt+3'], hasProject),
      go('snapshots', 'Snapshots', paths.snapshots, ['g n'], hasProject),
      go('validate', 'Validate a file', paths.validate, ['g v'], hasProject),
      go('few-shot', 'Few-shot examples', paths.fewShot, ['g f'], hasProject),
      go('schema', 'Label schema', paths.schema, ['g l'], hasProject),
      go('team', 'Annotators', paths.team, ['g t'], hasProject),
      go('agreement', 'Agreement', paths.agreement, ['g a'], hasProject),
      go('adjudicate', 'Adjudicate', paths.adjudicate, ['g d'], hasProject),
      go('modes', 'Failure modes', paths.modes, ['g m'], hasProject),
      go('weekly', 'Weekly review', paths.weekly, ['g w'], hasProject),
      go('audit', 'Data audit', paths.audit, ['g u'], hasProject),
      go('plan', 'Signal design', paths.plan, ['g j'], hasProject),
      go('signals', 'Signals', paths.signals, ['g h'], hasProject),
      go('velocity', 'Velocity', paths.velocity, ['g y'], hasProject),
      go('map', 'Map of changes', paths.map, ['g p'], hasProject),
      go('coding', 'Open coding', paths.coding, ['g o'], hasProject),
      go('settings', 'Settings', paths.settings, ['g s', 'Alt+4'], true),
      go('keys', 'Keys', paths.keys, ['g k'], true),
      {
        id: 'project.create',
        name: 'Create a project…',
        group: 'Project',
        keys: ['Alt+N'],
        run: () => show('create'),
      },
      {
        id: 'project.open',
        name: 'Open a project…',
        group: 'Project',
        keys: ['Mod+O'],
        run: () => void openProject(),
        inTextFields: true,
      },
      {
        id: 'project.backup',
        name: 'Back up the project…',
        group: 'Project',
        keys: [],
        enabled: hasProject,
        run: () => void backUp(),
      },
      {
        id: 'project.close',
        name: 'Close the project',
        group: 'Project',
        keys: [],
        enabled: hasProject,
        run: () => void close(),
      },
      {
        id: 'app.palette',
        name: 'Find a command',
        group: 'Flywheel',
        keys: ['Mod+K'],
        run: () => show('palette'),
        inTextFields: true,
      },
      { id: 'app.keys', name: 'Show all keys', group: 'Flywheel', keys: ['?'], run: () => show('keys') },
      {
        id: 'app.annotator',
        name: 'Change the annotator name',
        group: 'Flywheel',
        keys: [],
        run: () => show('annotator'),
      },
      {
        id: 'app.theme',
        name: isDark ? 'Use the light theme' : 'Use the dark theme',
        group: 'Flywheel',
        keys: [],
        run: () => update({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }),
      },
    ] satisfies readonly Command[];
    // The theme decides a name above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [
    project,
    navigate,
    chooseFiles,
    chooseSavePath,
    client,
    queries,
    queryClient,
    open,
    show,
    update,
    theme,
  ]);

  useCommands(appScope, commands);

  useEffect(() => {
    return bridge?.onCommand((command) => {
      if (command.type === 'open-project') open(command.path);
      else runMenuCommand(command);
    });
  }, [bridge, open]);
}

/** Menu entries and the palette are one list, so that both always do the same. */
const menuCommands: Record<Extract<HostCommand, { type: 'menu' }>['command'], string> = {
  'new-project': 'project.create',
  'open-project': 'project.open',
  import: 'go.import',
  export: 'go.export',
  undo: 'review.undo',
  redo: 'review.redo',
  palette: 'app.palette',
  shortcuts: 'app.keys',
  'close-project': 'project.close',
};

function runMenuCommand({ command }: Extract<HostCommand, { type: 'menu' }>): void {
  const found = keyMap.commands().find((candidate) => candidate.id === menuCommands[command]);
  if (found !== undefined && found.enabled !== false) found.run();
}
