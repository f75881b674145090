import { setImmediate } from 'node:timers/promises';
import { fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { doneCandidates, refreshDone } from '../../db/tables/queue-done.ts';
import { buildsToRecount, placesOf, setDoneVersion } from '../../db/tables/queue-items.ts';
import { inTimedTransactions } from '../imports/timed-transactions.ts';
import type { JobContext, JobWork } from '../job-context.ts';

/** Whether the label schema was changed since it was told what is done in some queue. */
export function needsRecount(database: Database): boolean {
  return buildsToRecount(database, currentLabelSchema(database).version).length > 0;
}

/** Interactions looked at in one piece. */
const pageSize = 200;

/** Tells anew who has done what in every queue, by the questions as they are now. */
export const runRecountDone: JobWork<object> = async (_, context) => {
  const { database } = context;
  const { version } = currentLabelSchema(database);
  for (const { queueSeq, build, assignees } of buildsToRecount(database, version)) {
    if (!(await recountBuild(context, { build, assignees, withGold: true })))
      return fail(
        'JOB_CANCELLED',
        'What is done in queues is not counted to the end. It is when the project is opened again.',
      );
    transact(database, () => setDoneVersion(database, queueSeq, version));
  }
  context.changed(['queues']);
  return succeed({});
};

/** Returns false where the person cancelled. */
async function recountBuild(context: JobContext, view: Parameters<typeof placesOf>[1]): Promise<boolean> {
  const { database } = context;
  let after = -1;
  let done = 0;
  for (;;) {
    const places = placesOf(database, view, { after, limit: pageSize });
    const last = places.at(-1);
    if (last === undefined) return true;
    const candidates = doneCandidates(
      database,
      view.build,
      places.map(({ seq }) => seq),
    );
    inTimedTransactions(database, candidates, (key) => refreshDone(database, key));
    after = last.position;
    done += places.length;
    context.report({ done, total: null, unit: 'rows', rows: done });
    await setImmediate();
    await context.whenRunning();
    if (context.signal.aborted) return false;
  }
}
