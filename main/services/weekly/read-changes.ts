import type { Change } from '../../../shared/contract/cluster-operations.ts';
import type { Database } from '../../db/database.ts';

export function readChanges(_database: Database, _seqs: readonly number[]): Change[] {
  return [];
}
