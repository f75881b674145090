import type { JsonObject } from '../../../../shared/domain/json.ts';
import { textLabels } from './doccano-row.ts';

/**
 * Whether the labels of these rows are texts that people wrote (sequence to sequence) rather than names of classes.
 * Names come again and are a few words; written texts hardly ever repeat, and are long or have punctuation.
 */
export function isRewriting(rows: readonly JsonObject[]): boolean {
  const labels = rows.flatMap(textLabels);
  if (labels.length === 0) return false;
  const distinct = new Set(labels).size / labels.length;
  const written = labels.filter((label) => !isName(label)).length / labels.length;
  return written >= 0.5 && distinct >= 0.8;
}

function isName(label: string): boolean {
  return (
    label.length <= 40 && /^[\p{L}\p{M}\p{N}_\-/&+#()]+(?: [\p{L}\p{M}\p{N}_\-/&+#()]+){0,2}$/u.test(label)
  );
}
