import type { Json } from '../../../../shared/domain/json.ts';
import type { ArrivingSignal } from '../adapter.ts';

/** Who said it and when, where the tool tells. */
export interface Stated {
  readonly origin: string | null;
  readonly at?: Json | undefined;
}

/** The signal of something that was said; none where there is nothing that a signal could hold. */
export function explicitSignals(
  name: string,
  value: Json | undefined,
  stated: Stated,
): readonly ArrivingSignal[] {
  if (value === undefined || value === null || value === '' || typeof value === 'object') return [];
  if (typeof value === 'number' && !Number.isFinite(value)) return [];
  return [{ kind: 'explicit', name, value, at: stated.at ?? null, origin: stated.origin }];
}
