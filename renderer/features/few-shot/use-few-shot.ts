import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type FewShotChoice,
  fewShotChoiceSchema,
  type FewShotContent,
} from '../../../shared/contract/few-shot-operations.ts';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { usualFewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useJobs } from '../../api/use-job.ts';
import { useFewShotDraft } from '../../state/few-shot-draft.ts';

/** What a set consists of, in order. */
export function contentOf({ examples, counters }: FewShotChoice): FewShotContent {
  return {
    examples: examples.map(({ id }) => id),
    counters: counters.map(({ id, mode }) => ({ id, modeId: mode.id })),
  };
}

/** The newest choice of examples, the options of the next one, and starting it. */
export function useFewShot() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const jobs = useJobs().filter(({ kind }) => kind === 'few_shot');
  const [newest] = jobs;
  const result = jobs.find(({ state }) => state === 'done')?.result ?? null;
  const parsed = fewShotChoiceSchema.safeParse(result);
  const choice = parsed.success ? parsed.data : null;
  const draft = useFewShotDraft();
  const options = draft.options ?? choice?.options ?? usualFewShotOptions;
  const sets = useQuery(queries.fewShot.sets.queryOptions());
  const text = useQuery({
    ...queries.fewShot.text.queryOptions({
      input: {
        ...(choice === null ? { examples: [], counters: [] } : contentOf(choice)),
        format: choice?.options.format ?? options.format,
      },
    }),
    enabled: choice !== null,
    placeholderData: keepPreviousData,
  });
  const start = useMutation(
    queries.fewShot.choose.mutationOptions({
      onSuccess: () => {
        useFewShotDraft.setState({ index: 0 });
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
      },
    }),
  );
  const cancel = useMutation(queries.jobs.cancel.mutationOptions());
  const running = newest?.state === 'running' ? newest : null;
  return {
    options,
    choice,
    sets: sets.data ?? null,
    text: text.data ?? null,
    running,
    isStarting: start.isPending,
    failure: start.error === null ? failureOfJob(newest) : failureOf(start.error).message,
    /** Whether the choice was made with other options than those of the form. */
    isStale: choice !== null && JSON.stringify(choice.options) !== JSON.stringify(options),
    choose: () => {
      // As they are now: keys come faster than frames.
      const { options: asked, compare } = useFewShotDraft.getState();
      start.mutate({ options: asked ?? options, ...(compare === null ? {} : { compare }) });
    },
    cancel: () => running !== null && cancel.mutate({ id: running.id }),
  };
}

export type FewShot = ReturnType<typeof useFewShot>;

/** Why the last one did not end well; cancelling it is no failure. */
function failureOfJob(job: Job | undefined): string | null {
  return job?.state === 'failed' || job?.state === 'interrupted'
    ? (job.error?.message ?? 'It was cut off. Choose again.')
    : null;
}
