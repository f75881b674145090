import type { Json } from '../../../../shared/domain/json.ts';
import { unitOfName } from '../../../../shared/domain/mapping/read-signals.ts';
import type { ArrivingSignal } from '../adapter.ts';

/** A signal that nobody gave on purpose, its unit told by its name; the list is empty where there is no value. */
export function implicit(
  name: string,
  value: number | string | boolean | undefined,
  at: Json = null,
): readonly ArrivingSignal[] {
  return value === undefined ? [] : [{ kind: 'implicit', name, value, unit: unitOfName(name), at }];
}
