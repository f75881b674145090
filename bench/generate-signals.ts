import { connect, type Database, transact } from '../main/db/database.ts';
import { createId } from '../main/db/create-id.ts';
import { markValuesStale } from '../main/db/tables/signal-values.ts';

const weekMs = 604_800_000;
const weeks = 52;
const start = Date.UTC(2025, 0, 6);
const surfaces = ['editor', 'mail', 'chat'];
const models = ['small', 'large', 'new'];
const segments = ['free', 'team', 'business', 'trial'];
const promptVersions = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'];
const actions = ['accepted', 'discarded', 'edited', 'regenerated', 'copied', 'sent'];

/** Interactions written at once. */
const atOnce = 5000;

/**
 * Fills a project with interactions of a year and about eight signals each, in the order of time and in sessions of five. It
 * writes them at once, because it is not the import that is measured. The same count gives the same values.
 */
export function fillWithSignals(path: string, rows: number): void {
  const database = connect(path);
  try {
    const source = Number(
      database
        .prepare(
          `INSERT INTO sources (id, name, path, format, shape, mapping, state, started_at, read, imported, unmapped)
           VALUES (?, 'made up', 'made-up.jsonl', 'jsonl', '{}', '[]', 'done', 0, ?, ?, json_object('surface', ?, 'segment', ?))`,
        )
        .run(createId(), rows, rows, rows, rows).lastInsertRowid,
    );
    const version = database.prepare('INSERT INTO prompt_versions (id, name) VALUES (?, ?)');
    for (const name of promptVersions) version.run(createId(), name);
    for (let first = 0; first < rows; first += atOnce)
      transact(database, () => fill(database, source, first, Math.min(rows, first + atOnce), rows));
    database.exec(`INSERT INTO outcome_feeds (name, source_seq, latest)
      SELECT name, source_seq, max(at) FROM signals WHERE kind = 'outcome' GROUP BY name, source_seq`);
  } finally {
    database.close();
  }
}

function fill(database: Database, source: number, first: number, end: number, rows: number): void {
  const interaction = database.prepare(
    `INSERT INTO interactions (id, source_seq, content_hash, session, user, model, prompt_version_seq, created_at, messages, output, meta)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertSignal = database.prepare(
    'INSERT INTO signals (interaction_seq, source_seq, kind, name, number, text, unit, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (let index = first; index < end; index++) {
    const at = start + Math.floor((index / rows) * weeks * weekMs);
    // Numbers without a common factor make all mixes of values.
    const pick = (values: readonly string[], step: number): string =>
      values[(index * step) % values.length] ?? '';
    const id = createId();
    const meta = JSON.stringify({ surface: pick(surfaces, 1), segment: pick(segments, 7) });
    const input = JSON.stringify([{ role: 'user', content: `Question ${index % 997} of ${index % 89}` }]);
    const seq = Number(
      interaction.run(
        id,
        source,
        Buffer.from(id),
        `session ${Math.floor(index / 5)}`,
        `user ${index % 1009}`,
        pick(models, 5),
        1 + ((index % 11) % promptVersions.length),
        at,
        input,
        `Answer ${index}`,
        meta,
      ).lastInsertRowid,
    );
    const signal = (
      kind: string,
      name: string,
      number: number | null,
      text: string | null,
      unit: string | null,
    ) => insertSignal.run(seq, source, kind, name, number, text, unit, at + 1000);
    signal('implicit', 'action', null, pick(actions, 13), null);
    signal('implicit', 'time_to_action_ms', 200 + ((index * 7919) % 60_000), null, 'ms');
    signal('implicit', 'dwell_ms', 500 + ((index * 104_729) % 120_000), null, 'ms');
    signal('implicit', 'share_kept', ((index * 31) % 101) / 100, null, null);
    signal('explicit', 'thumbs', index % 3 === 0 ? 0 : 1, null, null);
    signal('explicit', 'rating', 1 + (index % 5), null, null);
    signal('outcome', 'replied', index % 4 === 0 ? 0 : 1, null, null);
    signal('outcome', 'resolved', index % 7 === 0 ? 0 : 1, null, null);
  }
}

/** Adds a signal to each of the first interactions, as a feed that comes later does. */
export function addLateSignals(path: string, count: number): void {
  const database = connect(path);
  try {
    transact(database, () => {
      database
        .prepare(
          `INSERT INTO signals (interaction_seq, source_seq, kind, name, number, at)
           SELECT seq, source_seq, 'explicit', 'thumbs', 1, created_at + 5000 FROM interactions ORDER BY seq LIMIT ?`,
        )
        .run(count);
      for (let seq = 1; seq <= count; seq++) markValuesStale(database, seq);
    });
  } finally {
    database.close();
  }
}
