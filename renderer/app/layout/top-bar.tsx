import { ChevronDown, Search, UserRound } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ProjectInfo } from '../../../shared/contract/project-operations.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useAllCommands } from '../key-map.ts';
import { JobIndicator } from './job-indicator.tsx';
import styles from './top-bar.module.css';

/** Which project is open and in what state, what runs, and who labels. Not drawn anew with every interaction. */
export const TopBar = memo(function TopBar({ project }: { readonly project: ProjectInfo | null }) {
  const { settings } = useSettings();
  const show = useAppState((state) => state.show);
  return (
    <header className={styles['bar']}>
      {project === null ? (
        <span className={styles['name']}>Flywheel</span>
      ) : (
        <ProjectMenu project={project} />
      )}
      {project?.synthetic === true ? <Badge tone="caution">Synthetic sample project</Badge> : null}
      {project?.readOnly === true ? <Badge tone="caution">Read only</Badge> : null}
      <span className={styles['space']} />
      <JobIndicator />
      <Button
        variant="quiet"
        icon={<Search aria-hidden />}
        command="app.palette"
        onPress={() => show('palette')}
      >
        Find
      </Button>
      <Button
        variant="quiet"
        icon={<UserRound aria-hidden />}
        aria-label={`Annotator: ${settings?.annotator ?? ''}. Change the name`}
        onPress={() => show('annotator')}
      >
        {settings?.annotator ?? ''}
      </Button>
    </header>
  );
});

const menuCommandIds = ['project.create', 'project.open', 'project.backup', 'project.close'];

function ProjectMenu({ project }: { readonly project: ProjectInfo }) {
  return (
    <MenuTrigger>
      <AriaButton className={styles['project'] ?? ''} aria-label={`Project ${project.name}`}>
        <span className={styles['name']}>{project.name}</span>
        <ChevronDown aria-hidden />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <p className={styles['path']}>{project.path}</p>
        <ProjectCommands />
      </Popover>
    </MenuTrigger>
  );
}

/** In the menu only while that is open, so that the bar does not hear of every command. */
function ProjectCommands() {
  const commands = useAllCommands();
  const entries = menuCommandIds.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  return (
    <Menu
      className={styles['menu'] ?? ''}
      aria-label="Project"
      onAction={(id) => entries.find((command) => command.id === id)?.run()}
    >
      {entries.map((command) => (
        <MenuItem key={command.id} id={command.id} className={styles['item'] ?? ''}>
          {command.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
