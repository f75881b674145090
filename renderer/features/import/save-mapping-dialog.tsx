import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface SaveMappingDialogProps {
  readonly mapping: Mapping;
  /** The top-level columns of the file that it was made for. */
  readonly columns: readonly string[];
  /** Names that are taken: saving under one replaces it. */
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Keeps a mapping with the project, for the next file with these columns. */
export function SaveMappingDialog({ mapping, columns, names, onClose }: SaveMappingDialogProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation(
    queries.imports.saveMapping.mutationOptions({
      onSuccess: async (saved) => {
        await queryClient.invalidateQueries({ queryKey: queries.imports.inspect.key() });
        showToast(`Saved the mapping “${saved.name}”`);
        onClose();
      },
    }),
  );
  const trimmed = name.trim();
  const isReady = trimmed !== '' && trimmed.length <= 100 && !save.isPending;
  const run = () => {
    if (isReady) save.mutate({ name: trimmed, mapping: [...mapping], columns: [...columns] });
  };
  return (
    <Dialog
      title="Save this mapping"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={run}>
            {names.includes(trimmed) ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        onChange={setName}
        onEnter={run}
        problem={trimmed.length > 100 ? 'Choose a name of at most 100 characters.' : undefined}
        hint="It is offered for the next file with these columns, and stays in this project."
      />
      {save.error === null ? null : <Notice tone="error">{failureOf(save.error).message}</Notice>}
    </Dialog>
  );
}
