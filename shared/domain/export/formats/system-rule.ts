import { isJsonObject, type JsonObject } from '../../json.ts';
import { rowWarning } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';
import type { FileRules } from './format.ts';

/** Rows without a system message in a file whose rows before them have one. */
export function createSystemRule(): FileRules {
  let hasSystem = false;
  return {
    add: (row: JsonObject) => {
      const isThere = listOf(row['messages']).some(
        (message) => isJsonObject(message) && message['role'] === 'system',
      );
      if (isThere) hasSystem = true;
      return hasSystem && !isThere ? [missing] : [];
    },
    finish: () => [],
  };
}

const missing = rowWarning('missing_system_message', 'There is no system message; rows before have one.');
