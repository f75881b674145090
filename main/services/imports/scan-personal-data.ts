import { findPersonalData } from '../../../shared/domain/privacy/find-personal-data.ts';
import { type Finder, type FindingKind, findingKinds } from '../../../shared/domain/privacy/finding.ts';
import { maskFinding } from '../../../shared/domain/privacy/mask-finding.ts';

/** What an import holds of personal data. Values are masked: the report is stored with the source. */
export interface PersonalDataReport {
  readonly interactions: number;
  /** Interactions with any finding. */
  readonly affected: number;
  readonly kinds: readonly PersonalDataCount[];
}

export interface PersonalDataCount {
  readonly kind: FindingKind;
  readonly findings: number;
  /** Interactions with a finding of this kind. */
  readonly interactions: number;
  readonly examples: readonly string[];
}

export interface PersonalDataScan {
  /** The texts of one interaction. */
  add(texts: readonly string[]): void;
  report(): PersonalDataReport;
}

const maxExamples = 5;

/** Counts over interactions as they come by; keeps nothing of them but counts and masked examples. */
export function createPersonalDataScan(finders: readonly Finder[]): PersonalDataScan {
  const tallies = new Map<FindingKind, Tally>();
  let interactions = 0;
  let affected = 0;
  return {
    add(texts) {
      interactions++;
      const found = new Set<FindingKind>();
      for (const finding of texts.flatMap((text) => findPersonalData(text, finders))) {
        const tally = tallies.get(finding.kind) ?? { findings: 0, interactions: 0, examples: new Set() };
        tallies.set(finding.kind, tally);
        tally.findings++;
        if (!found.has(finding.kind)) tally.interactions++;
        if (tally.examples.size < maxExamples) tally.examples.add(maskFinding(finding));
        found.add(finding.kind);
      }
      if (found.size > 0) affected++;
    },
    report: () => ({ interactions, affected, kinds: countsOf(tallies) }),
  };
}

interface Tally {
  findings: number;
  interactions: number;
  readonly examples: Set<string>;
}

function countsOf(tallies: ReadonlyMap<FindingKind, Tally>): readonly PersonalDataCount[] {
  return findingKinds.flatMap((kind) => {
    const tally = tallies.get(kind);
    return tally === undefined ? [] : [{ kind, ...tally, examples: [...tally.examples] }];
  });
}
