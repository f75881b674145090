import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { Column } from '../../../shared/contract/import-operations.ts';
import styles from '../../ui/fields.module.css';
import { pathProblem } from './mapping-draft.ts';

export interface PathFieldProps {
  readonly label: string;
  readonly path: string;
  readonly columns: readonly Column[];
  /** Called when a path was chosen or typed to its end; empty for none. */
  readonly onChange: (path: string) => void;
}

/** A column of the file, or any path into its rows such as `messages[-1].content`. */
export function PathField({ label, path, columns, onChange }: PathFieldProps) {
  // What is being typed counts until the path is another one.
  const [draft, setDraft] = useState({ of: path, text: path });
  const text = draft.of === path ? draft.text : path;
  const setText = (typed: string) => setDraft({ of: path, text: typed });
  const problem = pathProblem(
    text,
    columns.map((column) => column.path),
  );
  const commit = () => {
    if (text.trim() !== path) onChange(text.trim());
  };
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      aria-label={label}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        setText(String(key));
        onChange(String(key));
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        event.continuePropagation();
      }}
      isInvalid={problem !== null}
      defaultItems={columns}
    >
      <div className={styles['group']}>
        <Input className={styles['input'] ?? ''} placeholder="Not in this file" spellCheck={false} />
        <Button className={styles['open'] ?? ''}>
          <ChevronsUpDown aria-hidden />
        </Button>
      </div>
      <FieldError className={styles['problem'] ?? ''}>{problem}</FieldError>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox
          className={styles['list'] ?? ''}
          renderEmptyState={() => (
            <p className={styles['empty']}>No column of this name; a path works too.</p>
          )}
        >
          {(column: Column) => (
            <ListBoxItem id={column.path} textValue={column.path} className={styles['option'] ?? ''}>
              <Text slot="label">{column.path}</Text>
              <Text slot="description" className={styles['optionDetail'] ?? ''}>
                {column.examples[0] ?? 'always empty'}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
