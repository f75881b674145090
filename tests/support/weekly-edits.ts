import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../../main/db/query.ts';
import { readChanges } from '../../main/services/clusters/read-changes.ts';
import { updateClusters } from '../../main/services/clusters/run-cluster-job.ts';
import { assignModes } from '../../main/services/modes/assign-modes.ts';
import { decideCluster } from '../../main/services/modes/decide-cluster.ts';
import { updateMode } from '../../main/services/modes/edit-mode.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { importInto } from './team-project.ts';
import { jobContext, plainMapping } from './test-import.ts';

/** A way in which outputs go wrong, and in how many of the hundred outputs of each of six weeks. */
interface Way {
  /** What the failure mode is called; null: its cluster stays proposed. */
  readonly name: string | null;
  readonly weeks: readonly [number, number, number, number, number, number];
  /** The output, and what a person makes of it. */
  readonly texts: (noun: string) => readonly [string, string];
  /** By which its cluster is known. */
  readonly sign: string;
}

const ways: readonly Way[] = [
  {
    name: 'Stiff words',
    weeks: [5, 6, 5, 6, 5, 30],
    texts: (noun) => [`we utilize the ${noun} for this.`, `we use the ${noun} for this.`],
    sign: 'utilize',
  },
  {
    name: 'Closing phrase',
    weeks: [25, 24, 25, 26, 25, 3],
    texts: (noun) => [`the ${noun} is ready. I hope this helps!`, `the ${noun} is ready.`],
    sign: 'hope',
  },
  {
    name: null,
    weeks: [0, 0, 0, 0, 0, 14],
    texts: (noun) => [
      `the ${noun} came.`,
      `the ${noun} came. Please contact our support with any questions.`,
    ],
    sign: 'support',
  },
  {
    name: 'Emphasis',
    weeks: [12, 12, 0, 0, 0, 6],
    texts: (noun) => [`it was **very** important for the ${noun}.`, `it was important for the ${noun}.`],
    sign: 'very',
  },
  {
    name: 'Greeting',
    weeks: [12, 12, 12, 12, 12, 12],
    texts: (noun) => [`dear ${noun} team, thank you.`, `hi ${noun} team, thank you.`],
    sign: 'dear',
  },
];

const nouns = ['report', 'invoice', 'parcel', 'contract', 'ticket', 'refund', 'order', 'account'];
const perWeek = 100;
const weekMs = 7 * 86_400_000;
/** Tuesday of 2026-W35. */
const firstDay = Date.UTC(2026, 7, 25, 9);
const fixedAt = firstDay + 2 * weekMs;

function rowsOfWeek(week: number): object[] {
  const texts = ways.flatMap((way) =>
    Array.from({ length: way.weeks[week] ?? 0 }, (_, index) =>
      way.texts(nouns[(index * 5 + week) % 8] ?? ''),
    ),
  );
  return Array.from({ length: perWeek }, (_, index) => {
    const [output, edit] = texts[index] ?? [`all is well with number ${index}.`, undefined];
    const time = new Date(firstDay + week * weekMs + index * 60_000).toISOString();
    const opening = `Answer ${index} of week ${week}: `;
    return {
      id: `${week}-${index}`,
      input: `Question ${index} of week ${week}`,
      output: opening + output,
      time,
      ...(edit === undefined ? {} : { edit: opening + edit }),
    };
  });
}

/**
 * Six weeks (2026-W35 to W40) of edits, clustered: in the last of them one failure mode grows, one shrinks, one that was said to
 * be fixed is back, one is as before, and a proposed cluster is new.
 */
export async function addWeeklyEdits(project: OpenProject, folder: string): Promise<void> {
  const { database } = project;
  const path = join(folder, 'weeks.jsonl');
  const rows = [0, 1, 2, 3, 4, 5].flatMap(rowsOfWeek);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  await importInto(project, path, plainMapping);
  const clustered = await updateClusters(
    { full: false, settings: {}, dataFolder: folder },
    jobContext(project),
  );
  if (!clustered.ok) throw new Error(clustered.error.message);
  const clusters = rowsOf<{ id: string; change: number }>(
    database,
    `SELECT k.id, min(a.change_seq) AS change FROM clusters AS k JOIN change_clusters AS a ON a.cluster_seq = k.seq
     GROUP BY k.id`,
  ).all();
  const actor = { annotator: 'Lea', device: 'device-a', now: fixedAt };
  for (const { id, change } of clusters) {
    const [example] = readChanges(database, [change]);
    const text = `${example?.removed} ${example?.added}`;
    const name = ways.find(({ sign }) => text.includes(sign))?.name ?? null;
    if (name === null) continue;
    const decided = decideCluster(database, actor, { cluster: id, modes: null, create: name });
    if (!decided.ok) throw new Error(decided.error.message);
  }
  const fixed = rowsOf<{ id: string }>(
    database,
    `SELECT id FROM failure_modes WHERE name = 'Emphasis'`,
  ).get();
  const changed = updateMode(database, actor, { id: fixed?.id ?? '', change: { status: 'fixed' } });
  if (!changed.ok) throw new Error(changed.error.message);
  const assigned = await assignModes(jobContext(project));
  if (!assigned.ok) throw new Error(assigned.error.message);
}
