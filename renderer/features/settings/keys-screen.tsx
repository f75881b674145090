import { useMemo, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import {
  type KeySet,
  keySets,
  type KeySettings,
  standardKeys,
} from '../../../shared/domain/keys/key-settings.ts';
import { failureOf } from '../../api/failure.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { conflictsOf, type KeyedCommand, keyedCommands } from '../../app/keys/key-conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatPlural } from '../../ui/format.ts';
import { keyCaps } from '../../ui/keys/key-stroke.ts';
import { isMac } from '../../ui/keys/platform.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandKeysDialog } from './command-keys-dialog.tsx';
import { CommandList } from './command-list.tsx';
import styles from './keys-screen.module.css';
import { useKeyFiles } from './use-key-files.ts';
import { useTakenKeys } from './use-taken-keys.ts';

const setNames: Readonly<Record<KeySet, string>> = {
  standard: 'Letters and arrows',
  vim: 'Like vim',
  arrows: 'Arrows and left hand',
};

/** Which keys do what: a set to begin with, and every command's own keys on top of it. */
export function KeysScreen() {
  const { settings: all, update, error } = useSettings();
  const settings = all?.keys ?? standardKeys;
  const change = (keys: KeySettings) => update({ keys });
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [asksReset, setAsksReset] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const files = useKeyFiles(change);
  const taken = useTakenKeys();
  const commands = useMemo(() => keyedCommands(settings), [settings]);
  const mixedUp = useMemo(
    () =>
      new Set(
        commands
          .filter((command) =>
            command.keys.some((keys) => conflictsOf(command, keys, commands, taken).length > 0),
          )
          .map(({ id }) => id),
      ),
    [commands, taken],
  );
  const changed = Object.keys(settings.changes).length;
  const command = commands.find(({ id }) => id === opened);
  useCommands('keys', [
    { ...on('search', 'Search for a command or a key', ['/']), run: () => field.current?.focus() },
    { ...on('read', 'Import keys', ['i']), run: () => void files.read() },
    { ...on('write', 'Export keys', ['w']), run: () => void files.write() },
    {
      ...on('reset', 'Take back all changes of keys', []),
      enabled: changed > 0,
      run: () => setAsksReset(true),
    },
  ]);
  return (
    <Page
      title="Keys"
      subtitle={changed === 0 ? 'As the set has them.' : `${formatPlural(changed, 'command')} changed.`}
      actions={
        <>
          <Button isDisabled={changed === 0} onPress={() => setAsksReset(true)}>
            Take back all changes
          </Button>
          <Button command="keys.read" onPress={() => void files.read()}>
            Import
          </Button>
          <Button command="keys.write" onPress={() => void files.write()}>
            Export
          </Button>
        </>
      }
    >
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <Section title="Set" hint="What you changed yourself stays on top of it.">
        <RadioGroup
          className={styles['sets'] ?? ''}
          aria-label="Set"
          orientation="horizontal"
          value={settings.set}
          onChange={(value) => {
            const set = keySets.find((candidate) => candidate === value);
            if (set !== undefined) change({ ...settings, set });
          }}
        >
          {keySets.map((set) => (
            <Radio key={set} value={set} className={styles['set'] ?? ''}>
              {setNames[set]}
            </Radio>
          ))}
        </RadioGroup>
      </Section>
      <Section title="Commands" hint="Enter on a command changes its keys.">
        <TextField
          aria-label="Search for a command or a key"
          placeholder="A part of a name, or a key such as Ctrl+K"
          value={search}
          onChange={setSearch}
          inputRef={field}
        />
        <CommandList
          commands={commands.filter((candidate) => isFound(candidate, search))}
          mixedUp={mixedUp}
          taken={taken.filter(({ name, keys }) => isIn(`${name} ${capsText(keys)}`, search))}
          onOpen={setOpened}
        />
      </Section>
      {command === undefined ? null : (
        <CommandKeysDialog
          command={command}
          all={commands}
          taken={taken}
          settings={settings}
          onChange={change}
          onClose={() => setOpened(null)}
        />
      )}
      <Dialog
        title="Take back all changes?"
        isOpen={asksReset}
        isAlert
        onClose={() => setAsksReset(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setAsksReset(false)}>
              Keep them
            </Button>
            <Button
              variant="danger"
              onPress={() => {
                change({ ...settings, changes: {} });
                setAsksReset(false);
              }}
            >
              Take them back
            </Button>
          </>
        }
      >
        <p>
          Every command gets the keys of the set again. Export your keys first to be able to come back to
          them.
        </p>
      </Dialog>
    </Page>
  );
}

function on(id: string, name: string, keys: readonly string[]) {
  return { id: `keys.${id}`, name, keys, group: 'Keys' };
}

function isFound({ name, group, keys }: KeyedCommand, search: string): boolean {
  return isIn([group, name, ...keys.map(capsText)].join(' '), search);
}

function isIn(text: string, search: string): boolean {
  const known = text.toLowerCase();
  return search
    .toLowerCase()
    .split(' ')
    .every((word) => known.includes(word));
}

function capsText(keys: string): string {
  return keyCaps(keys, isMac).join('+');
}
