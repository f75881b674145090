import { useEffect } from 'react';
import {
  type LabelManyResult,
  labelManyResultSchema,
} from '../../../../shared/contract/label-many-operations.ts';
import type { Job } from '../../../../shared/contract/job-operations.ts';
import { useJob } from '../../../api/use-job.ts';
import { useJobControls } from '../../../api/use-job-controls.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { formatCount, formatSeconds } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import { useStableCallback } from '../use-stable-callback.ts';

export interface LabelManyRunProps {
  readonly jobId: string;
  readonly onEnd: (outcome: LabelManyResult | { readonly message: string }) => void;
}

/** The step as it goes on. Cancelled, what is done stays until undo takes it back. */
export function LabelManyRun({ jobId, onEnd }: LabelManyRunProps) {
  const { job } = useJob(jobId);
  const { cancel, isCancelling } = useJobControls();
  const end = useStableCallback(onEnd);
  const isOver = job !== undefined && job.state !== 'running';
  useEffect(() => {
    if (isOver) end(outcomeOf(job));
  }, [isOver, job, end]);
  const stop = () => {
    if (job !== undefined) cancel(job);
  };
  return (
    <Dialog
      title="Labelling"
      isOpen
      isAlert
      onClose={stop}
      actions={
        <Button autoFocus isDisabled={isCancelling} onPress={stop}>
          Cancel
        </Button>
      }
    >
      <Progress
        label={job?.title ?? 'Labelling'}
        done={job?.done ?? 0}
        total={job?.total ?? null}
        detail={job === undefined ? '\u00a0' : progressText(job)}
      />
    </Dialog>
  );
}

function progressText({ done, total, secondsLeft }: Job): string {
  if (total === null) return '\u00a0';
  const left = secondsLeft === null ? '' : `, ${formatSeconds(secondsLeft)} left`;
  return `${formatCount(done)} of ${formatCount(total)}${left}`;
}

function outcomeOf(job: Job): LabelManyResult | { readonly message: string } {
  const result = labelManyResultSchema.safeParse(job.result);
  return result.success ? result.data : { message: job.error?.message ?? 'It stopped.' };
}
