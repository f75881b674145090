import type { ProjectStats } from '../../../shared/contract/project-operations.ts';
import type { Database } from '../../db/database.ts';
import {
  readAnnotatorStats,
  readAnswerStats,
  readPromptVersionStats,
  readSignalStats,
  readTotals,
} from '../../db/tables/stats.ts';

/** What is in the project, in figures. */
export function projectStats(database: Database): ProjectStats {
  return {
    ...readTotals(database),
    annotators: readAnnotatorStats(database),
    signals: readSignalStats(database),
    answers: readAnswerStats(database),
    promptVersions: readPromptVersionStats(database),
  };
}
