import { useQuery } from '@tanstack/react-query';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatPlural } from '../../ui/format.ts';
import styles from './schema-screen.module.css';

export interface BuiltInDialogProps {
  readonly onChoose: (schema: SchemaDraft) => void;
  readonly onClose: () => void;
}

/** The schemas that Flywheel brings, to begin from. */
export function BuiltInDialog({ onChoose, onClose }: BuiltInDialogProps) {
  const queries = useQueries();
  const builtIn = useQuery(queries.schema.builtIn.queryOptions()).data;
  return (
    <Dialog title="Begin with a built-in schema" isOpen size="medium" onClose={onClose}>
      <p className={styles['hint']}>
        It takes the place of the questions on the screen. Nothing is stored before you save.
      </p>
      {builtIn === undefined ? null : (
        <ListBox
          className={styles['builtIn'] ?? ''}
          aria-label="Built-in schemas"
          autoFocus="first"
          items={builtIn}
          onAction={(key) => {
            const chosen = builtIn.find(({ id }) => id === key);
            if (chosen !== undefined) onChoose(chosen.schema);
          }}
        >
          {({ id, schema }) => (
            <ListBoxItem id={id} textValue={schema.name} className={styles['builtInEntry'] ?? ''}>
              <span className={styles['builtInName']}>{schema.name}</span>
              <span className={styles['hint']}>
                {schema.description} {formatPlural(schema.questions.length, 'question')}:{' '}
                {schema.questions.map(({ name }) => name).join(', ')}.
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </Dialog>
  );
}
