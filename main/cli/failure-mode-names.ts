import type { Client } from '../../shared/contract/contract.ts';
import type { LabelValue } from '../../shared/domain/schema/label-schema.ts';

/** Names of the project's failure modes by id: labels keep the id, so that a mode can be renamed. */
export async function readFailureModeNames(client: Client): Promise<ReadonlyMap<string, string>> {
  const modes = await client.review.failureModes();
  return new Map(modes.map(({ id, name }) => [id, name]));
}

/** An answer as people read it. */
export function labelText(value: LabelValue, names: ReadonlyMap<string, string>): string {
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => names.get(String(one)) ?? String(one)).join(', ');
}
