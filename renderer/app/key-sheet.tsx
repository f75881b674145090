import { useAppState } from '../state/app-state.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/keys/key-hint.tsx';
import { type Command, useAllCommands } from './key-map.ts';
import styles from './key-sheet.module.css';

/** Every key that does something on this screen, by group. Generated: what is listed works. */
export function KeySheet() {
  return useAppState((state) => state.openDialog === 'keys') ? <OpenSheet /> : null;
}

/** Hears of commands only while it is open: a screen offers others with every step. */
function OpenSheet() {
  const show = useAppState((state) => state.show);
  const commands = useAllCommands();
  const groups = Map.groupBy(
    commands.filter((command) => command.keys.length > 0),
    (command) => command.group,
  );
  return (
    <Dialog title="Keys" isOpen isReading size="large" onClose={() => show(null)}>
      <div className={styles['groups']}>
        {[...groups].map(([group, entries]) => (
          <section key={group} className={styles['group']} aria-label={group}>
            <h3 className={styles['name']}>{group}</h3>
            <dl className={styles['keys']}>
              {entries.map((command) => (
                <CommandKeys key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['note']}>Single keys rest while you type in a field; Escape leaves the field.</p>
    </Dialog>
  );
}

function CommandKeys({ command }: { readonly command: Command }) {
  return (
    <div className={styles['row']} data-disabled={command.enabled === false || undefined}>
      <dt>{command.name}</dt>
      <dd className={styles['caps']}>
        {command.keys.map((keys) => (
          <KeyHint key={keys} keys={keys} />
        ))}
      </dd>
    </div>
  );
}
