import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import type { SavedMapping } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './saved-mappings.module.css';

export interface SavedMappingsProps {
  /** Those made for files of these columns, the newest first. */
  readonly saved: readonly SavedMapping[];
  readonly isReadOnly: boolean;
  readonly onUse: (saved: SavedMapping) => void;
}

/** Mappings that were saved for files like this one, each a press away. */
export function SavedMappings({ saved, isReadOnly, onUse }: SavedMappingsProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const remove = useMutation(
    queries.imports.deleteMapping.mutationOptions({
      onSettled: async () => queryClient.invalidateQueries({ queryKey: queries.imports.inspect.key() }),
    }),
  );
  if (saved.length === 0 && remove.error === null) return null;
  return (
    <>
      {remove.error === null ? null : <Notice tone="error">{failureOf(remove.error).message}</Notice>}
      <ul className={styles['list']} aria-label="Saved mappings for this file">
        {saved.map((mapping) => (
          <li key={mapping.id} className={styles['saved']}>
            <Button onPress={() => onUse(mapping)}>{`Use the mapping “${mapping.name}”`}</Button>
            {isReadOnly ? null : (
              <IconButton
                icon={<Trash2 aria-hidden />}
                name={`Delete the mapping “${mapping.name}”`}
                isDisabled={remove.isPending}
                onPress={() =>
                  remove.mutate(
                    { id: mapping.id },
                    { onSuccess: () => showToast(`Deleted the mapping “${mapping.name}”`) },
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
