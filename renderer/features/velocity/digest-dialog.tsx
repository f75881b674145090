import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './velocity.module.css';

export interface DigestDialogProps {
  readonly onClose: () => void;
  readonly onSave: (format: 'md' | 'html') => void;
}

/** The digest of the latest complete week as it would be saved. */
export function DigestDialog({ onClose, onSave }: DigestDialogProps) {
  const queries = useQueries();
  const { data, error } = useQuery({
    ...queries.velocity.digest.queryOptions({ input: { format: 'md' } }),
    staleTime: 0,
  });
  const saveAs = (format: 'md' | 'html') => {
    onClose();
    onSave(format);
  };
  return (
    <Dialog
      title={data === undefined ? 'Digest' : `Digest of ${data.week}`}
      isOpen
      isReading
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button isDisabled={data === undefined} onPress={() => saveAs('md')}>
            Save as Markdown…
          </Button>
          <Button variant="primary" isDisabled={data === undefined} onPress={() => saveAs('html')}>
            Save as HTML…
          </Button>
        </>
      }
    >
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      {/* As it is written in Markdown: the same lines are in both files. */}
      <pre className={styles['digest']}>{data?.text ?? (error === null ? 'Counting…' : '')}</pre>
    </Dialog>
  );
}
