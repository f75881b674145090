import { fail, succeed } from '../../../shared/result/result.ts';
import type { JobWork } from '../job-context.ts';
import { buildDerived } from './build-derived.ts';

/** Completes the search index and the measures of edits, for instance after an import was cut off by a crash. */
export const runDerived: JobWork<object> = async (_, context) => {
  if (!(await buildDerived(context)))
    return fail('JOB_CANCELLED', 'The search index is not complete yet. The next import completes it.');
  context.changed(['items']);
  return succeed({});
};
