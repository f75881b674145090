import type { AuditSignal } from '../../../shared/contract/audit-operations.ts';
import { catalogue, outcomeId } from '../../../shared/domain/signals/catalogue.ts';
import { defaultOutcome } from '../../../shared/domain/signals/default-outcome.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { SignalCoverage } from '../../db/tables/signal-coverage.ts';

/** A column of the matrix before anything is counted. */
export type AuditColumn = Omit<AuditSignal, 'known' | 'pending'>;

/**
 * Signals of the matrix: those of the catalogue, whether they are logged or not, then outcomes that are defined, then those
 * that are only found.
 */
export function auditColumns(settings: SignalSettings, coverage: readonly SignalCoverage[]): AuditColumn[] {
  const defined = settings.outcomes.map(({ name, title, strength }) => ({
    id: outcomeId(name),
    name: title === '' ? name : title,
    kind: 'outcome' as const,
    strength,
  }));
  const isDefined = new Set(defined.map(({ id }) => id));
  const names = new Set(coverage.flatMap(({ signal }) => nameOfOutcome(signal) ?? []));
  const found = [...names]
    .toSorted((one, other) => one.localeCompare(other, 'en'))
    .map((name) => ({
      id: outcomeId(name),
      name,
      kind: 'outcome' as const,
      strength: defaultOutcome(name, 'yes_no').strength,
    }));
  return [...catalogue, ...defined, ...found.filter(({ id }) => !isDefined.has(id))];
}

const outcomePrefix = outcomeId('');
const pendingSuffix = '.pending';

/** Of an outcome's value or of one that waits; null for other signals. */
function nameOfOutcome(signal: string): string | null {
  if (!signal.startsWith(outcomePrefix)) return null;
  const name = signal.slice(outcomePrefix.length);
  return name.endsWith(pendingSuffix) ? name.slice(0, -pendingSuffix.length) : name;
}
