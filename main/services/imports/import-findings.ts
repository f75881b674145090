import type { ImportOptions, PersonalData } from '../../../shared/contract/import-operations.ts';
import type { PreparedItem } from './prepare-row.ts';
import { createUnmappedTally } from './unmapped-tally.ts';

/** What an import finds out about its rows besides storing them. */
export interface ImportFindings {
  readonly add: (item: PreparedItem) => void;
  readonly report: () => {
    readonly unmapped: Record<string, number>;
    readonly personalData: PersonalData | null;
  };
}

export function createFindings(_options: ImportOptions): ImportFindings {
  const unmapped = createUnmappedTally();
  return {
    add: (item) => {
      if (item.kind === 'row') unmapped.add(item.row.row.meta);
      if (item.kind === 'attachment') unmapped.add(item.attachment.attachment.rest);
    },
    report: () => ({ unmapped: unmapped.report(), personalData: null }),
  };
}
