import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import styles from './choice-list.module.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Height of an entry in pixels. */
const rowSize = 44;

/** One of many, what it is about beside it; only the entries in view are drawn. */
export function ChoiceList({ label, choices, chosen, onChoose }: ChoiceListProps) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
      <ListBox
        className={styles['list'] ?? ''}
        aria-label={label}
        items={choices}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
      >
        {({ name, detail }) => (
          <ListBoxItem textValue={`${name} ${detail}`} className={styles['entry'] ?? ''}>
            <span className={styles['name']}>{name}</span>
            <span className={styles['detail']}>{detail}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
