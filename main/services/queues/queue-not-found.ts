import { fail, type Result } from '../../../shared/result/result.ts';

export function queueNotFound(): Result<never> {
  return fail('QUEUE_NOT_FOUND', 'The project has no such queue any more. Go back to the list of queues.');
}
