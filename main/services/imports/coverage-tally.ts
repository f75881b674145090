import type { Reject } from '../../../shared/contract/import-operations.ts';
import type { JoinCoverage } from '../../../shared/contract/join-coverage.ts';
import type { ImportPlan } from './import-input.ts';

/** Counts how rows of attachments find their interactions. */
export interface CoverageTally {
  readonly addJoined: () => void;
  readonly addReject: (reject: Reject) => void;
  /** Null where rows are interactions. */
  readonly report: () => JoinCoverage | null;
}

/** Enough to see what is wrong with a file. */
const shownExamples = 5;
const shownText = 300;

export function createCoverageTally({
  mapper,
  options,
}: Pick<ImportPlan, 'mapper' | 'options'>): CoverageTally {
  let joined = 0;
  let rows = 0;
  const reasons: Record<string, number> = {};
  const examples: JoinCoverage['examples'] = [];
  return {
    addJoined: () => {
      rows += 1;
      joined += 1;
    },
    addReject: ({ line, reason, message, raw }) => {
      rows += 1;
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      if (examples.length < shownExamples)
        examples.push({ line, reason, message, raw: raw.slice(0, shownText) });
    },
    report: () =>
      mapper.brings === 'attachments'
        ? { method: options.join ?? { by: 'id' }, rows, joined, reasons, examples }
        : null,
  };
}
