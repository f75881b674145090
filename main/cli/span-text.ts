import type { SpanLabel } from '../../shared/contract/item-operations.ts';
import { oneLine } from './format.ts';

/** "2-15 “silent hymn”: Cliche, major (Ana)". */
export function spanText(span: SpanLabel): string {
  const { start, end, quote, added, failureModeName, failureMode, severity, note, annotator } = span;
  const put = added === null ? '' : ` to “${oneLine(added, 40)}”`;
  const said = [failureModeName ?? failureMode, severity, note].filter((part) => part !== null).join(', ');
  return `${start}-${end} “${oneLine(quote, 40)}”${put}: ${oneLine(said, 120)} (${annotator})`;
}
