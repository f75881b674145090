import type { SchemaChange } from '../../../shared/domain/schema/compare-schemas.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './schema-screen.module.css';

export interface SaveSchemaDialogProps {
  readonly version: number;
  readonly changes: readonly SchemaChange[];
  readonly isSaving: boolean;
  /** Why the last attempt failed. */
  readonly problem: string | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What the new version changes, and how many labels that is about, before anything is stored. */
export function SaveSchemaDialog(props: SaveSchemaDialogProps) {
  const { version, changes, isSaving, problem, onSave, onClose } = props;
  const affected = changes.reduce((sum, { labels }) => sum + labels, 0);
  return (
    <Dialog
      title={`Save as version ${version}`}
      isOpen
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" autoFocus isDisabled={isSaving} onPress={onSave}>
            Save the schema
          </Button>
        </>
      }
    >
      <div className={styles['summary']}>
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {affected === 0 ? null : (
          <Notice tone="caution" title={`${formatPlural(affected, 'label')} will no longer be asked for`}>
            Labels stay in the project, are shown as no longer asked, and are back when the question is.
          </Notice>
        )}
        <ul className={styles['changes']}>
          {changes.map((change) => (
            <li key={change.text} data-affected={change.labels > 0 || undefined}>
              {change.text}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
