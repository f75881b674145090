import { InvalidArgumentError } from 'commander';
import type { Consensus } from '../../shared/domain/agreement/consensus.ts';

/** Reads `majority`, `majority:NAME` (NAME's where there is none), `expert:NAME`, `adjudicated`, and `any` for no rule. */
export function consensusRule(text: string): Consensus | 'any' {
  const colon = text.indexOf(':');
  const rule = colon < 0 ? text : text.slice(0, colon);
  const expert = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (rule === 'any' && colon < 0) return rule;
  if (rule === 'adjudicated' && colon < 0) return { rule };
  if (rule === 'majority' && colon < 0) return { rule };
  if ((rule === 'majority' || rule === 'expert') && expert !== '') return { rule, expert };
  throw new InvalidArgumentError(
    'It must be any, majority, majority:NAME, expert:NAME or adjudicated, NAME being an annotator.',
  );
}
