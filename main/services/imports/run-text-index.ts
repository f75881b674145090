import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import {
  countUnindexedTexts,
  type IndexedTexts,
  indexText,
  nextTexts,
  setTextIndexedThrough,
} from '../../db/tables/text-index.ts';
import type { JobContext } from '../job-context.ts';
import { inTimedTransactions } from './timed-transactions.ts';

/** Whether some interactions wait for the search index. */
export function needsTextIndex(database: Database): boolean {
  return countUnindexedTexts(database) > 0;
}

/** How many interactions' texts are held at once. */
const pageRows = 500;

/** Indexes what is not indexed yet, in short transactions. Returns false where the person cancelled. */
export async function buildTextIndex(context: JobContext): Promise<boolean> {
  const { database, signal } = context;
  const total = countUnindexedTexts(database);
  let done = 0;
  for (;;) {
    const page = nextTexts(database, pageRows);
    if (page.length === 0) return true;
    let last = 0;
    inTimedTransactions(
      database,
      page,
      (texts: IndexedTexts) => {
        indexText(database, texts);
        last = texts.seq;
        done++;
      },
      () => setTextIndexedThrough(database, last),
    );
    context.report({ done, total: Math.max(done, total), unit: 'rows', rows: done });
    // Lets a cancel message arrive.
    await setImmediate();
    if (signal.aborted) return false;
  }
}
