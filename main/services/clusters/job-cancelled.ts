import { fail, type Result } from '../../../shared/result/result.ts';

/** How each stage ends where the person cancelled: nothing of it is lost. */
export function jobCancelled(): Result<never> {
  return fail(
    'JOB_CANCELLED',
    'The clusters are not up to date yet. Run the clustering again: it goes on where it ended.',
  );
}
