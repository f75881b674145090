import type { Consensus } from '../../../../shared/domain/agreement/consensus.ts';

export const consensusChoices = ['any', 'majority', 'majority-or-expert', 'expert', 'adjudicated'] as const;
export type ConsensusChoice = (typeof consensusChoices)[number];

export const consensusTexts: Readonly<Record<ConsensusChoice, string>> = {
  any: 'Anybody’s answer counts',
  majority: 'The majority’s, of more than half',
  'majority-or-expert': 'The majority’s, else an expert’s',
  expert: 'An expert’s',
  adjudicated: 'What was resolved, else what all agree on',
};

/** The rule of an export that was made, in a sentence. */
export function consensusSentence(consensus: Consensus): string {
  switch (consensus.rule) {
    case 'majority':
      return consensus.expert === undefined
        ? 'Labels: the answer of more than half of the annotators.'
        : `Labels: the answer of more than half of the annotators, else that of ${consensus.expert}.`;
    case 'expert':
      return `Labels: the answer of ${consensus.expert}.`;
    case 'adjudicated':
      return 'Labels: what was resolved, else what all annotators agree on.';
  }
}
