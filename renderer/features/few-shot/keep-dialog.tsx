import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FewShotChoice } from '../../../shared/contract/few-shot-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { contentOf } from './use-few-shot.ts';

export interface KeepDialogProps {
  readonly choice: FewShotChoice;
  readonly onClose: () => void;
}

const notLive = 'no';
const forVersion = 'v:';

/** Keeps a set under a name, and says whether it is what the prompt holds now. */
export function KeepDialog({ choice, onClose }: KeepDialogProps) {
  const queries = useQueries();
  const client = useClient();
  const versions = useQuery(queries.promptVersions.list.queryOptions()).data ?? [];
  const [name, setName] = useState('');
  const [live, setLive] = useState(notLive);
  const [isTried, setTried] = useState(false);
  const keep = useMutation({
    mutationFn: async (given: string) => {
      const { options, tokens, coverage } = choice;
      const set = await client.fewShot.save({ ...contentOf(choice), name: given, options, tokens, coverage });
      return live === notLive
        ? set
        : client.fewShot.setLive({ name: given, liveFor: live.slice(forVersion.length) });
    },
    onSuccess: (set) => {
      showToast(`Kept “${set.name}”${set.liveFor === null ? '' : '; it is live now'}`);
      onClose();
    },
  });
  const save = () => {
    setTried(true);
    if (name.trim() !== '' && !keep.isPending) keep.mutate(name.trim());
  };
  return (
    <Dialog
      title="Keep this set"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" keys="Enter" isDisabled={keep.isPending} onPress={save}>
            Keep it
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        onEnter={save}
        problem={isTried && name.trim() === '' ? 'Give it a name.' : undefined}
      />
      <Select
        label="In the prompt now"
        options={[
          { value: notLive, name: 'No' },
          { value: forVersion, name: 'Yes, of all prompt versions' },
          ...versions.map((version) => ({
            value: `${forVersion}${version.name}`,
            name: `Yes, of ${version.name}`,
          })),
        ]}
        value={live}
        onChange={setLive}
      />
      {keep.error === null ? null : <Notice tone="error">{failureOf(keep.error).message}</Notice>}
    </Dialog>
  );
}
