import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './comparison.module.css';
import { editorName } from './edit-names.ts';

export interface SidesLineProps {
  readonly item: Item;
  readonly edit: Edit;
  /** What the edit is compared with; null for the output. */
  readonly against: Edit | null;
  readonly annotator: string;
  /** Both sides are edits, with the output between them. */
  readonly isThreeWay: boolean;
  readonly onSelectEdit: (id: string) => void;
  readonly onSelectAgainst: (id: string | null) => void;
}

/** Where an output has several edits: which two of all these texts are compared. */
export function SidesLine(props: SidesLineProps) {
  const { item, edit, against, annotator, isThreeWay, onSelectEdit, onSelectAgainst } = props;
  if (item.edits.length < 2) return null;
  const nameOf = (candidate: Edit, index: number) => `${index + 1} ${editorName(candidate, annotator)}`;
  return (
    <div className={styles['sides']}>
      <ToggleButtonGroup
        aria-label="Compared with"
        className={styles['edits'] ?? ''}
        selectedKeys={[against?.id ?? outputKey]}
        disallowEmptySelection
        onSelectionChange={([key]) => onSelectAgainst(key === outputKey ? null : String(key))}
      >
        {isThreeWay ? null : (
          <ToggleButton id={outputKey} className={styles['toggle'] ?? ''}>
            Output
          </ToggleButton>
        )}
        {item.edits.map((candidate, index) => (
          <ToggleButton
            key={candidate.id}
            id={candidate.id}
            isDisabled={candidate.id === edit.id}
            className={styles['toggle'] ?? ''}
          >
            {nameOf(candidate, index)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeyHint command="review.next-against" />
      <span aria-hidden>{isThreeWay ? '↔' : '→'}</span>
      <ToggleButtonGroup
        aria-label="Edits"
        className={styles['edits'] ?? ''}
        selectedKeys={[edit.id]}
        disallowEmptySelection
        onSelectionChange={([key]) => {
          if (key !== undefined) onSelectEdit(String(key));
        }}
      >
        {item.edits.map((candidate, index) => (
          <ToggleButton key={candidate.id} id={candidate.id} className={styles['toggle'] ?? ''}>
            {nameOf(candidate, index)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeyHint command="review.next-edit" />
    </div>
  );
}

const outputKey = 'output';

/** What the edit is compared with after the next press of the key; null for the output. */
export function againstAfter(item: Item, edit: Edit | null, against: Edit | null): string | null {
  const others = item.edits.filter(({ id }) => id !== edit?.id);
  const index = against === null ? -1 : others.findIndex(({ id }) => id === against.id);
  return others[index + 1]?.id ?? null;
}
