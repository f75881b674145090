import { type Database, prepare } from './database.ts';

/**
 * Runs `work` on one unchanging state of the project, whatever is written meanwhile. For connections that nobody else
 * uses, such as a job's: everything on the connection is inside, also what runs between the steps of `work`.
 */
export async function onSnapshot<T>(database: Database, work: () => Promise<T>): Promise<T> {
  prepare(database, 'BEGIN').run();
  try {
    return await work();
  } finally {
    prepare(database, 'COMMIT').run();
  }
}
