import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';

export interface EditedSettings {
  /** Undefined while the saved ones are read. */
  readonly draft: SignalSettings | undefined;
  readonly change: (part: Partial<SignalSettings>) => void;
  readonly save: () => void;
  readonly canSave: boolean;
  readonly error: Error | null;
}

/**
 * What signals are read by, with changes that are not saved yet. Only what was changed here is kept apart: what another part
 * of the screen saves meanwhile stays.
 */
export function useSignalSettings(): EditedSettings {
  const queries = useQueries();
  const saved = useQuery(queries.signals.settings.queryOptions());
  const [changes, setChanges] = useState<Partial<SignalSettings>>({});
  const saving = useMutation(
    queries.signals.saveSettings.mutationOptions({
      onSuccess: () => {
        setChanges({});
        void saved.refetch();
        showToast('Saved. Signals are worked out anew.');
      },
      onError: (error) => showToast(failureOf(error).message),
    }),
  );
  const before = saved.data?.settings;
  const draft = before === undefined ? undefined : { ...before, ...changes };
  const canSave =
    draft !== undefined && !saving.isPending && JSON.stringify(draft) !== JSON.stringify(before);
  return {
    draft,
    change: (part) => setChanges({ ...changes, ...part }),
    save: () => {
      if (draft !== undefined) saving.mutate({ settings: draft });
    },
    canSave,
    error: saved.error,
  };
}
