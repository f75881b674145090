import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useJobs } from '../../../api/use-job.ts';

/** Weights and the model, and what can be done with them. */
export function useQuality() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Readonly<Record<string, number>>>({});
  const [scalesDraft, setScales] = useState<readonly string[] | null>(null);
  const weights = useQuery(queries.quality.weights.queryOptions());
  const settings = useQuery(queries.signals.settings.queryOptions());
  const model = useQuery(queries.quality.model.queryOptions());
  const distribution = useQuery(queries.quality.distribution.queryOptions());
  const scales = scalesDraft ?? model.data?.model?.labels.scales ?? [];
  const trial = useQuery({
    ...queries.quality.trial.queryOptions({ input: { scales: [...scales] } }),
    enabled: model.data !== undefined,
  });
  const save = useMutation(
    queries.signals.saveSettings.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: queries.quality.key() }),
          queryClient.invalidateQueries({ queryKey: queries.signals.key() }),
        ]);
        setDraft({});
      },
    }),
  );
  const learn = useMutation(
    queries.quality.learn.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: queries.jobs.key() }),
    }),
  );
  const newest = useJobs().find(({ kind }) => kind === 'quality');
  const signals = weights.data?.signals ?? [];
  const saved = Object.fromEntries(signals.map(({ id, weight }) => [id, weight]));
  const current = { ...saved, ...draft };
  const isChanged = signals.some(({ id, weight }) => current[id] !== weight);
  const error = weights.error ?? settings.error ?? model.error ?? distribution.error ?? trial.error;
  return {
    weights: weights.data ?? null,
    model: model.data ?? null,
    distribution: distribution.data ?? null,
    trial: trial.data ?? null,
    saved,
    current,
    isChanged,
    isSaving: save.isPending,
    canSave: isChanged && settings.data !== undefined && !save.isPending,
    setWeight: (id: string, weight: number) => setDraft((before) => ({ ...before, [id]: weight })),
    takeDefaults: () =>
      setDraft(Object.fromEntries(signals.map(({ id, defaultWeight }) => [id, defaultWeight]))),
    scales,
    setScales,
    save: () => {
      if (settings.data === undefined) return;
      const own = signals.flatMap(({ id, defaultWeight }) => {
        const weight = current[id] ?? defaultWeight;
        return weight === defaultWeight ? [] : [[id, weight] as const];
      });
      save.mutate({ settings: { ...settings.data.settings, weights: Object.fromEntries(own) } });
    },
    learn: () => learn.mutate({ scales: [...scales] }),
    running: newest?.state === 'running' ? newest : null,
    isStarting: learn.isPending,
    failure:
      learn.error === null
        ? newest?.state === 'failed'
          ? (newest.error?.message ?? null)
          : null
        : failureOf(learn.error).message,
    problem: error === null ? null : failureOf(error).message,
    saveProblem: save.error === null ? null : failureOf(save.error).message,
  };
}

export type Quality = ReturnType<typeof useQuality>;
