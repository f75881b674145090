import type { CheckReport } from '../../../shared/contract/project-operations.ts';
import type { Database } from '../../db/database.ts';
import { checkPages, checkReferences } from '../../db/integrity.ts';
import { checkEditMetrics, checkSources, checkStoredJson, checkTextIndex } from '../imports/check-content.ts';
import { checkChanges, checkClusters } from './check-clusters.ts';
import { checkFrozen } from './check-frozen.ts';
import { checkSignalCounts } from './check-signal-counts.ts';
import { checkMarks } from './check-marks.ts';
import { checkModes } from './check-modes.ts';
import { checkDisagreements, checkResolutions } from './check-resolutions.ts';
import { checkEdits, checkFlags, checkJournal, checkLabels, checkSpanLabels } from './check-folds.ts';

/**
 * Looks at everything that has to hold: SQLite's pages and indexes, references between rows, and that what people
 * did and what imports brought adds up to what is shown. Reads only.
 */
export function checkProject(database: Database): CheckReport {
  const outcomes = checks.map((check) => check(database));
  const problems = outcomes.flatMap((outcome) => [...outcome.problems]);
  return {
    ok: problems.length === 0,
    checks: outcomes.map(({ rule, looked }) => ({ rule, looked })),
    problems,
  };
}

const checks = [
  checkPages,
  checkReferences,
  checkJournal,
  checkLabels,
  checkSpanLabels,
  checkEdits,
  checkResolutions,
  checkDisagreements,
  checkMarks,
  checkModes,
  checkFrozen,
  checkFlags,
  checkSources,
  checkStoredJson,
  checkTextIndex,
  checkEditMetrics,
  checkChanges,
  checkClusters,
  checkSignalCounts,
];
