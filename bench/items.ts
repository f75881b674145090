import { join } from 'node:path';
import { parseClause } from '../shared/domain/filter/parse-clause.ts';
import type { Filter } from '../shared/domain/filter/filter.ts';
import type { Result } from '../shared/result/result.ts';
import { connect, type Database } from '../main/db/database.ts';
import { getItem } from '../main/services/items/get-item.ts';
import { countItems, listItems, neighboursOfItem } from '../main/services/items/list-items.ts';
import { createBenchProject, inBenchFolder, quantile } from './bench-project.ts';
import { writeSyntheticRows } from './generate-rows.ts';
import { importOnce } from './import.ts';

/** One reading operation under one filter; times in milliseconds over `runs` calls. */
export interface ItemsBenchRow {
  readonly name: string;
  readonly filter: string;
  readonly runs: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly target_p95_ms: 30;
}

const filters: readonly (readonly string[])[] = [
  [],
  ['labelled=no'],
  ['edited=yes'],
  ['labelled=no', 'edited=yes'],
  ['source=rows.jsonl', 'labelled=no', 'edited=yes'],
  ['rating<=2'],
  ['model=model-small'],
  ['text~order refund'],
];

/** Measures what the review screen asks for, on a project of `rows` interactions. */
export async function benchItems(rows = 100_000, runs = 100): Promise<ItemsBenchRow[]> {
  return inBenchFolder(async (folder) => {
    const file = join(folder, 'rows.jsonl');
    writeSyntheticRows(file, rows);
    const project = createBenchProject(folder, 'items');
    await importOnce(file, project);
    const database = connect(project);
    try {
      return measureAll(database, rows, runs);
    } finally {
      database.close();
    }
  });
}

function measureAll(database: Database, rows: number, runs: number): ItemsBenchRow[] {
  const ids = sampleIds(database, rows, runs);
  const idOf = (run: number) => ids[(run * 7919) % ids.length] ?? '';
  const get = measure('get', [], runs, (run) => getItem(database, idOf(run)));
  const perFilter = filters.flatMap((texts) => {
    const filter = texts.map((text) => valueOf(parseClause(text)));
    const measureOn = (name: string, work: (run: number, filter: Filter) => Result<unknown>) =>
      measure(name, texts, runs, (run) => work(run, filter));
    return [
      measureOn('list 100', (run) => listItems(database, { filter, after: idOf(run), limit: 100 })),
      measureOn('neighbours 5', (run) => neighboursOfItem(database, { filter, id: idOf(run), count: 5 })),
      measureOn('count', () => countItems(database, { filter })),
    ];
  });
  return [get, ...perFilter];
}

/** Ids from all over the project. */
function sampleIds(database: Database, rows: number, count: number): string[] {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < Math.min(count, Math.ceil(rows / 1000)); page++) {
    const { items } = valueOf(listItems(database, { after, limit: 1000 }));
    after = items.at(-1)?.id;
    ids.push(...items.filter((_, index) => index % 97 === 0).map(({ id }) => id));
  }
  return ids;
}

function measure(
  name: string,
  filter: readonly string[],
  runs: number,
  work: (run: number) => Result<unknown>,
): ItemsBenchRow {
  valueOf(work(0));
  const times = Array.from({ length: runs }, (_, run) => {
    const startedAt = performance.now();
    valueOf(work(run));
    return performance.now() - startedAt;
  });
  return {
    name,
    filter: filter.join(' '),
    runs,
    p50_ms: quantile(times, 0.5),
    p95_ms: quantile(times, 0.95),
    target_p95_ms: 30,
  };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
