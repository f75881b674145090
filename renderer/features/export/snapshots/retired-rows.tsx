import type { Retired } from '../../../../shared/contract/snapshot-operations.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Rows whose interactions were deleted since: what was trained on them has to be trained anew. */
export function RetiredRows({ retired: { rows, lines } }: { readonly retired: Retired }) {
  return (
    <Notice tone="caution" title={`${formatPlural(rows, 'row')} retired`}>
      <p>
        The interactions behind them are not in the project any more. Make the export again, and train anew
        what was trained on it.
      </p>
      <Disclosure title="Lines of the files">
        <ul>
          {lines.map(({ file, line }) => (
            <li key={`${file} ${line}`}>
              {file}, line {line}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  );
}
