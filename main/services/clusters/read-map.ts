import type { ClusterMap } from '../../../shared/contract/cluster-operations.ts';
import { packColumn } from '../../../shared/domain/clusters/packed-column.ts';
import { placePoints } from '../../../shared/domain/clusters/place-points.ts';
import { weekName } from '../../../shared/domain/time/iso-week.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import {
  clusterColours,
  countChanges,
  microPlaces,
  modeColours,
  type NamedColour,
  type PointRow,
  pointRows,
  shownRun,
} from '../../db/tables/map-points.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { indexByFrequency } from './index-by-frequency.ts';

const defaultLimit = 100_000;
const rowsPerStep = 2000;

/** The map of the current run: places and what points are coloured by. RUN_NOT_FOUND before there is one. */
export async function readMap(
  database: Database,
  { limit = defaultLimit }: { readonly limit?: number | undefined },
  signal?: AbortSignal,
): Promise<Result<ClusterMap>> {
  const runSeq = shownRun(database);
  if (runSeq === null)
    return fail('RUN_NOT_FOUND', 'There are no clusters yet. Run the clustering, then open the map.');
  const total = countChanges(database);
  const rows = await runInSlices(collect(pointRows(database, runSeq, { total, limit })), signal);
  if (!rows.ok) return rows;
  return succeed({ total, ...mapOf(database, runSeq, rows.value) });
}

function* collect(rows: Iterable<PointRow>): Generator<void, PointRow[]> {
  const found: PointRow[] = [];
  for (const row of rows) {
    found.push(row);
    if (found.length % rowsPerStep === 0) yield;
  }
  return found;
}

function mapOf(database: Database, runSeq: number, rows: readonly PointRow[]): Omit<ClusterMap, 'total'> {
  const micros = microPlaces(database, runSeq);
  const discOf = new Map(micros.map(({ seq }, index) => [seq, index]));
  const places = placePoints(micros, {
    disc: Int32Array.from(rows, ({ micro }) => (micro === null ? -1 : (discOf.get(micro) ?? -1))),
    similarity: Float64Array.from(rows, ({ similarity }) => similarity ?? 0),
    digest: Float64Array.from(rows, ({ digest }) => digest),
  });
  const clusters = indexByFrequency(rows, ({ cluster }) => cluster);
  const modes = indexByFrequency(rows, ({ mode }) => mode);
  const actions = indexByFrequency(rows, ({ action }) => action);
  const weeks = [...new Set(rows.flatMap(({ week }) => week ?? []))].toSorted((a, b) => a - b);
  const weekIndex = new Map(weeks.map((week, index) => [week, index]));
  return {
    shown: rows.length,
    x: packColumn(places.x),
    y: packColumn(places.y),
    cluster: packColumn(clusters.column),
    mode: packColumn(modes.column),
    action: packColumn(actions.column),
    week: packColumn(Int16Array.from(rows, ({ week }) => (week === null ? -1 : (weekIndex.get(week) ?? -1)))),
    seq: packColumn(Int32Array.from(rows, ({ seq }) => seq)),
    clusters: named(clusters.values, clusterColours(database, runSeq)),
    modes: named(modes.values, modeColours(database)),
    weeks: weeks.map((week) => weekName(week)),
    actions: [...actions.values],
  };
}

function named(seqs: readonly number[], all: readonly NamedColour[]) {
  const bySeq = new Map(all.map((one) => [one.seq, one]));
  return seqs.map((seq, index) => {
    const { id = String(seq), name = '', colour = null } = bySeq.get(seq) ?? {};
    return { id, name, colour: colour ?? index };
  });
}
