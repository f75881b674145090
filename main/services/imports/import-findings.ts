import type { ImportOptions, PersonalData } from '../../../shared/contract/import-operations.ts';
import { personalDataFinders } from '../../../shared/domain/privacy/personal-data-finders.ts';
import type { PreparedItem } from './prepare-row.ts';
import { createPersonalDataScan, type PersonalDataScan } from './scan-personal-data.ts';
import { createUnmappedTally } from './unmapped-tally.ts';

/** What an import finds out about its rows besides storing them. */
export interface Findings {
  readonly unmapped: Record<string, number>;
  readonly personalData: PersonalData | null;
}

/** Gathers findings from one row after the other. */
export interface ImportFindings {
  readonly add: (item: PreparedItem) => void;
  readonly report: () => Findings;
}

export function createFindings({ scanPersonalData = false }: ImportOptions): ImportFindings {
  const unmapped = createUnmappedTally();
  const scan = scanPersonalData ? createPersonalDataScan(personalDataFinders()) : null;
  return {
    add: (item) => {
      if (item.kind === 'reject') return;
      unmapped.add(item.kind === 'row' ? item.row.row.meta : item.attachment.attachment.rest);
      scan?.add(textsOf(item));
    },
    report: () => ({ unmapped: unmapped.report(), personalData: scan === null ? null : reportOf(scan) }),
  };
}

function textsOf(item: Exclude<PreparedItem, { kind: 'reject' }>): readonly string[] {
  if (item.kind === 'attachment') return item.attachment.attachment.edits.map(({ text }) => text);
  const { messages, output, edits, spans } = item.row.row;
  return [
    ...messages.map(({ content }) => content),
    output,
    ...edits.map(({ text }) => text),
    ...spans.flatMap(({ added, note }) => [added ?? '', note ?? '']),
    item.row.meta,
  ];
}

function reportOf(scan: PersonalDataScan): PersonalData {
  const { kinds, ...counts } = scan.report();
  return {
    ...counts,
    kinds: kinds.map(({ examples, ...kind }) => Object.assign(kind, { examples: [...examples] })),
  };
}
