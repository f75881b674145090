import { Autocomplete, Input, Menu, MenuItem, TextField, useFilter } from 'react-aria-components';
import { useAppState } from '../state/app-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/keys/key-hint.tsx';
import styles from './command-palette.module.css';
import { type Command, useAllCommands } from './key-map.ts';

/** Finds any command of the screen and the app by a part of its name. */
export function CommandPalette() {
  return useAppState((state) => state.openDialog === 'palette') ? <OpenPalette /> : null;
}

/** Hears of commands only while it is open: a screen offers others with every step. */
function OpenPalette() {
  const show = useAppState((state) => state.show);
  const commands = useAllCommands();
  const { contains } = useFilter({ sensitivity: 'base' });
  const entries = commands.filter((command) => command.enabled !== false && command.id !== 'app.palette');
  const run = (id: string) => {
    const command = entries.find((candidate) => candidate.id === id);
    show(null);
    // After the dialog has given the focus back, so that what the command focuses stays focused.
    if (command !== undefined) setTimeout(command.run, 0);
  };
  return (
    <Dialog title="Find a command" isOpen size="medium" onClose={() => show(null)}>
      <Autocomplete filter={(text, search) => search.split(' ').every((word) => contains(text, word))}>
        <TextField aria-label="Command" autoFocus>
          <Input className={styles['input'] ?? ''} placeholder="Type a part of its name" />
        </TextField>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label="Commands"
          items={entries}
          onAction={(id) => run(String(id))}
          renderEmptyState={() => <p className={styles['empty']}>No command has this in its name.</p>}
        >
          {(command: Command) => (
            <MenuItem
              id={command.id}
              textValue={`${command.group} ${command.name}`}
              className={styles['item'] ?? ''}
            >
              <span className={styles['group']}>{command.group}</span>
              <span className={styles['name']}>{command.name}</span>
              {command.keys[0] === undefined ? null : <KeyHint keys={command.keys[0]} />}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
