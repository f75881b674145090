import { join } from 'node:path';
import { parseQuery } from '../shared/domain/search/parse-query.ts';
import type { Filter } from '../shared/domain/filter/filter.ts';
import type { Result } from '../shared/result/result.ts';
import { connect, type Database } from '../main/db/database.ts';
import { countItems, listItems } from '../main/services/items/list-items.ts';
import { sessionOfItem } from '../main/services/items/session-of-item.ts';
import { similarItems } from '../main/services/items/similar-items.ts';
import { completeQuery } from '../main/services/search/complete-query.ts';
import { countFacets } from '../main/services/search/count-facets.ts';
import { createBenchProject, inBenchFolder, quantile } from './bench-project.ts';
import { writeSyntheticRows } from './generate-rows.ts';
import { importOnce } from './import.ts';

/** One query; times in milliseconds over `runs` calls. */
export interface SearchBenchRow {
  readonly query: string;
  readonly found: number;
  /** The first page of 100. */
  readonly page_p50_ms: number;
  readonly page_p95_ms: number;
  readonly target_page_p95_ms: 150;
  readonly count_p50_ms: number;
  readonly facets_p50_ms: number;
  readonly facets_p95_ms: number;
  readonly target_facets_p95_ms: 300;
  /** The longest that counting facets kept everything else waiting. */
  readonly facets_longest_step_ms: number;
}

const queries = [
  '',
  'kata',
  'lo kata',
  '"ka lo"',
  'kata*',
  'lo -kata',
  '-kata',
  'edit:kata',
  'rating<=2',
  'kata rating<=2',
  'model=model-small',
  'model=model-small rating=1 edited:yes',
  'created_at>=2026-01-02 labelled:no',
  'session=session-77',
];

/** Measures searches, their counts, facets and completion on a project of `rows` interactions. */
export async function benchSearch(rows = 100_000, runs = 20): Promise<SearchBenchRow[]> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const project = createBenchProject(folder, 'search');
    await importOnce(file, project);
    return measureSearches(project, runs);
  });
}

export async function measureSearches(project: string, runs: number): Promise<SearchBenchRow[]> {
  const database = connect(project);
  try {
    const measured: SearchBenchRow[] = [];
    for (const query of queries) measured.push(await measureQuery(database, query, runs));
    const times = timesOf(runs, () => completeQuery(database, { query: 'model:', caret: 6 }));
    console.log(`completion of "model:" p95 ${quantile(times, 0.95).toFixed(1)} ms`);
    measureNeighbours(database, runs);
    return measured;
  } finally {
    database.close();
  }
}

/** What is asked for around an interaction that somebody stays at. */
function measureNeighbours(database: Database, runs: number): void {
  const { items } = valueOf(listItems(database, { limit: 1000 }));
  const picked = Array.from(
    { length: runs },
    (_, run) => items[Math.floor((run * items.length) / runs)]?.id ?? '',
  );
  for (const [name, ask] of [
    ['similar interactions', similarItems],
    ['session', sessionOfItem],
  ] as const) {
    const queue = [...picked, picked[0] ?? ''];
    const times = timesOf(runs, () => valueOf<object>(ask(database, { id: queue.pop() ?? '' })));
    console.log(`${name} p95 ${quantile(times, 0.95).toFixed(1)} ms (target 50)`);
  }
}

async function measureQuery(database: Database, query: string, runs: number): Promise<SearchBenchRow> {
  const filter: Filter = valueOf(parseQuery(query));
  const pages = timesOf(runs, () => valueOf(listItems(database, { filter, limit: 100 })));
  const counts = timesOf(Math.min(5, runs), () => valueOf(countItems(database, { filter })));
  const facets: number[] = [];
  let longest = 0;
  await countFacets(database, { filter });
  for (let run = 0; run < runs; run++) {
    const steps = watchSteps();
    const startedAt = performance.now();
    valueOf(await countFacets(database, { filter }));
    facets.push(performance.now() - startedAt);
    longest = Math.max(longest, steps());
  }
  return {
    query,
    found: valueOf(countItems(database, { filter })).total,
    page_p50_ms: quantile(pages, 0.5),
    page_p95_ms: quantile(pages, 0.95),
    target_page_p95_ms: 150,
    count_p50_ms: quantile(counts, 0.5),
    facets_p50_ms: quantile(facets, 0.5),
    facets_p95_ms: quantile(facets, 0.95),
    target_facets_p95_ms: 300,
    facets_longest_step_ms: longest,
  };
}

function timesOf(runs: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
}

/** Looks whenever nothing else runs; the function returned says how long nothing could, at most, in milliseconds. */
function watchSteps(): () => number {
  let longest = 0;
  let lookedAt = performance.now();
  let isWatching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - lookedAt);
    lookedAt = now;
    if (isWatching) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    isWatching = false;
    return longest;
  };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
