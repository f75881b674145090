import { type RowFinding, rowWarning } from './row-finding.ts';

/** Why an interaction is left out whose answers to these questions the consensus rule does not decide between. */
export function noConsensus(questions: readonly string[]): RowFinding {
  return rowWarning('no_consensus', `There is no consensus on ${questions.join(' or ')}.`);
}
