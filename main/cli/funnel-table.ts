import type { FunnelEntry, FunnelStep } from '../../shared/domain/export/funnel.ts';
import { formatTable } from './format.ts';

/** What is left after each step of an export, and what was lost there, most first. */
export function funnelTable(funnel: readonly FunnelEntry[]): string {
  return formatTable(
    funnel.flatMap(({ step, rows, lost }) => [
      [stepNames[step], rows, ''],
      ...lost.map(({ rule, rows: count }) => ['', -count, rule]),
    ]),
  );
}

const stepNames: Readonly<Record<FunnelStep, string>> = {
  selected: 'selected',
  paired: 'examples',
  cleaned: 'cleaned',
  private: 'without personal data',
  valid: 'valid in the format',
  within_tokens: 'within tokens',
  decontaminated: 'not in the file',
  unique: 'unique',
  split: 'on one side of the split',
  limited: 'within limits',
  balanced: 'balanced',
  written: 'written',
};
