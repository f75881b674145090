import type { PrivacyOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import type { PrivacyReport } from '../../../../shared/domain/export/stage-reports.ts';
import { type Finding, findingKinds, type FindingKind } from '../../../../shared/domain/privacy/finding.ts';
import { maskFinding } from '../../../../shared/domain/privacy/mask-finding.ts';
import { wilsonInterval } from '../../../../shared/domain/statistics/wilson-interval.ts';

/** Counts what is found of personal data, row by row. */
export interface PrivacyTally {
  readonly find: (finding: Finding) => void;
  /** Ends a row; says whether anything was found in it. */
  readonly endRow: () => boolean;
  readonly report: () => PrivacyReport;
}

/** Masked examples of a kind. */
const mostExamples = 3;

export function createPrivacyTally({ action, finders, confirmed = {} }: PrivacyOptions): PrivacyTally {
  const counts = new Map<FindingKind, { findings: number; rows: number; readonly examples: Set<string> }>();
  const inRow = new Set<FindingKind>();
  let rows = 0;
  const countsOf = (kind: FindingKind) => {
    const known = counts.get(kind) ?? { findings: 0, rows: 0, examples: new Set() };
    counts.set(kind, known);
    return known;
  };
  return {
    find: (finding) => {
      const known = countsOf(finding.kind);
      known.findings += 1;
      inRow.add(finding.kind);
      if (known.examples.size < mostExamples) known.examples.add(maskFinding(finding));
    },
    endRow: () => {
      for (const kind of inRow) countsOf(kind).rows += 1;
      const isFound = inRow.size > 0;
      rows += Number(isFound);
      inRow.clear();
      return isFound;
    },
    report: () => ({
      action,
      rows,
      kinds: findingKinds
        .filter((kind) => finders.includes(kind))
        .map((kind) => {
          const { findings, rows: having, examples } = countsOf(kind);
          const precision = precisionOf(confirmed[kind]);
          const counted = { kind, findings, rows: having, examples: [...examples] };
          return precision === null ? counted : Object.assign(counted, { precision });
        }),
    }),
  };
}

function precisionOf(said: { readonly right: number; readonly wrong: number } | undefined) {
  const share = said === undefined ? null : wilsonInterval(said.right, said.right + said.wrong);
  return said === undefined || share === null ? null : { ...said, ...share };
}
