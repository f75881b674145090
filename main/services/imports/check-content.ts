import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import {
  countBrokenJson,
  countTextIndex,
  readSourceCounts,
  type StoredSourceCounts,
} from '../../db/tables/content-counts.ts';
import { countEditMetrics } from '../../db/tables/edit-metrics.ts';

/** Counts of every import add up and tell what is there. */
export function checkSources(database: Database): CheckOutcome {
  const sources = readSourceCounts(database);
  return {
    rule: 'sources',
    looked: sources.length,
    problems: sources.flatMap((source) => {
      const message = sourceProblem(source);
      return message === null ? [] : [{ rule: 'sources', message: `${source.name}: ${message}`, rows: 1 }];
    }),
  };
}

function sourceProblem(source: StoredSourceCounts): string | null {
  const { read, imported, attached, duplicates, rejected, skipped, interactions, rejects, state } = source;
  if (read !== imported + attached + duplicates + rejected + skipped) {
    return `${read} rows were read, but ${imported} imported, ${attached} attached, ${duplicates} duplicates, ${rejected} rejects and ${skipped} skipped rows are counted`;
  }
  if (state === 'undone')
    return interactions + rejects === 0 ? null : 'it was undone, but something of it is there';
  // Taking an import back goes step by step; one that was cut off has less than it counts.
  if (state === 'interrupted') return interactions <= imported ? null : 'more is there than it brought';
  if (interactions !== imported) return `it brought ${imported} interactions, but ${interactions} are there`;
  return rejects === rejected ? null : `it rejected ${rejected} rows, but ${rejects} are there`;
}

/** The search index holds every interaction it counts as done, and nothing else. */
export function checkTextIndex(database: Database): CheckOutcome {
  const { looked, wrong } = countTextIndex(database);
  return outcome(
    'search',
    looked,
    wrong,
    'interactions are missing from the search index or left over in it',
  );
}

/** Every edit that is shown is measured up to the point reached, and nothing else. */
export function checkEditMetrics(database: Database): CheckOutcome {
  const { looked, wrong } = countEditMetrics(database);
  return outcome(
    'edit_metrics',
    looked,
    wrong,
    'interactions lack the measures of their edit, or have some of none',
  );
}

/** Messages are lists and metadata are objects. */
export function checkStoredJson(database: Database): CheckOutcome {
  const { looked, wrong } = countBrokenJson(database);
  return outcome('messages', looked, wrong, 'interactions have messages or metadata that cannot be read');
}

function outcome(rule: string, looked: number, rows: number, message: string): CheckOutcome {
  return { rule, looked, problems: rows === 0 ? [] : [{ rule, message: `${rows} ${message}`, rows }] };
}
