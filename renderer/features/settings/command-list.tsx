import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { KeyedCommand, TakenKey } from '../../app/keys/key-conflicts.ts';
import { Badge } from '../../ui/badge.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './keys-screen.module.css';

export interface CommandListProps {
  readonly commands: readonly KeyedCommand[];
  /** Ids of commands with a key that means something else as well. */
  readonly mixedUp: ReadonlySet<string>;
  readonly taken: readonly TakenKey[];
  readonly onOpen: (id: string) => void;
}

/** Commands by group with their keys, and what the keys of the label schema answer. */
export function CommandList({ commands, mixedUp, taken, onOpen }: CommandListProps) {
  const groups = Map.groupBy(commands, ({ group }) => group);
  if (commands.length === 0 && taken.length === 0)
    return (
      <p className={styles['none']}>No command has this in its name or keys. Search for something else.</p>
    );
  return (
    <ListBox
      className={styles['list'] ?? ''}
      aria-label="Commands"
      disabledKeys={taken.map(answerId)}
      onAction={(id) => onOpen(String(id))}
    >
      {[...groups].map(([group, entries]) => (
        <ListBoxSection key={group} id={group} className={styles['group'] ?? ''}>
          <Header className={styles['groupName'] ?? ''}>{group}</Header>
          {entries.map((command) => (
            <ListBoxItem
              key={command.id}
              id={command.id}
              textValue={command.name}
              className={styles['entry'] ?? ''}
            >
              <span className={styles['name']}>{command.name}</span>
              {mixedUp.has(command.id) ? <Badge tone="caution">Key used twice</Badge> : null}
              {command.isChanged ? <Badge>Changed</Badge> : null}
              <Keys keys={command.keys} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
      {taken.length === 0 ? null : (
        <ListBoxSection id="answers" className={styles['group'] ?? ''}>
          <Header className={styles['groupName'] ?? ''}>Answers, as the label schema has them</Header>
          {taken.map((answer) => (
            <ListBoxItem
              key={answerId(answer)}
              id={answerId(answer)}
              textValue={answer.name}
              className={styles['entry'] ?? ''}
            >
              <span className={styles['name']}>{answer.name}</span>
              <Keys keys={[answer.keys]} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['keys']}>
      {keys.length === 0 ? <span className={styles['noKey']}>No key</span> : null}
      {keys.map((one) => (
        <KeyHint key={one} keys={one} />
      ))}
    </span>
  );
}

function answerId({ keys, name }: TakenKey): string {
  return `answer ${keys} ${name}`;
}
